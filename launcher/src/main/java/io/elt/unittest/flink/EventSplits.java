package io.elt.unittest.flink;

import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

import java.util.List;

/** Gives the one split to the one reader. */
final class EventSplits implements SplitEnumerator<EventSplit, Integer> {
    static final int NOT_ASSIGNED = 0;
    private static final int ASSIGNED = 1;

    private final SplitEnumeratorContext<EventSplit> context;
    private int state;
    private EventSplit returned = new EventSplit(0);

    EventSplits(SplitEnumeratorContext<EventSplit> context, int state) {
        this.context = context;
        this.state = state;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<EventSplit> splits, int subtask) {
        if (!splits.isEmpty()) {
            returned = splits.get(0);
            state = NOT_ASSIGNED;
        }
    }

    @Override
    public void addReader(int subtask) {
        if (state == NOT_ASSIGNED) {
            state = ASSIGNED;
            // That there are no more splits is not said: it could come when the reader is done, and would fail the job.
            context.assignSplit(returned, subtask);
        }
    }

    @Override
    public Integer snapshotState(long checkpoint) {
        return state;
    }

    @Override
    public void close() {}
}
