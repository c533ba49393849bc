package io.elt.unittest.flink;

import io.elt.plan.TableName;
import io.elt.unittest.Event;
import org.apache.flink.table.data.RowData;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What one run has delivered and written so far. The thread that conducts it lets inputs go on and waits for them; readers
 * and sinks run in threads of Flink.
 */
final class Run {
    /** Nothing takes so long: whatever it waits for will not come. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Map<TableName, List<Event>> events = new HashMap<>();
    private final Map<TableName, Integer> allowed = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<TableName, List<RowData>> written = new HashMap<>();
    private final Map<TableName, LookupRows> lookups = new HashMap<>();
    private final int readers;
    private long clock = System.currentTimeMillis();
    private int attempt;
    private boolean ended;
    private boolean failing;
    private boolean over;

    /** Where one reader stands. A reader of an earlier attempt of the job is no longer one. */
    final class Place {
        private final TableName table;
        private final List<Event> all;
        private int position;
        private CompletableFuture<Void> available = new CompletableFuture<>();

        private Place(TableName table, int position) {
            this.table = table;
            this.all = events.computeIfAbsent(table, name -> new ArrayList<>());
            this.position = position;
        }

        /** The next event, null if it is not its turn yet or there is none. */
        Event poll() {
            synchronized (Run.this) {
                boolean turn = position < allowed.getOrDefault(table, 0);
                if (!turn && !ended && !failing) {
                    available = new CompletableFuture<>();
                }
                return turn ? all.get(position) : null;
            }
        }

        void delivered() {
            synchronized (Run.this) {
                position++;
                Run.this.notifyAll();
            }
        }

        boolean isAtEnd() {
            synchronized (Run.this) {
                return ended && position >= allowed.getOrDefault(table, 0);
            }
        }

        int position() {
            synchronized (Run.this) {
                return position;
            }
        }

        CompletableFuture<Void> available() {
            synchronized (Run.this) {
                return available;
            }
        }

        private boolean isBehind() {
            return position < allowed.getOrDefault(table, 0);
        }

        private void wake() {
            available.complete(null);
        }
    }

    Run(int readers) {
        this.readers = readers;
    }

    /** A reader has started, for the first time or after a restart. */
    synchronized Place enter(TableName table, int position) {
        if (places.size() == readers) {
            // Nobody asked for this restart: the job has failed by itself.
            over = true;
        }
        Place place = new Place(table, position);
        places.add(place);
        notifyAll();
        return place;
    }

    synchronized void failIfAsked() {
        if (failing) {
            failing = false;
            throw new RestartRequest();
        }
    }

    /** Sinks ask for it when they start. */
    synchronized int attempt() {
        return attempt;
    }

    /** What a sink of an attempt that has failed still writes is not committed any more. */
    synchronized void write(int by, TableName table, RowData row) {
        if (by != attempt) {
            return;
        }
        written.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    /** The rows that a lookup join finds in a table at this moment. */
    synchronized List<RowData> lookUp(TableName table, int[] positions, Object[] key) {
        LookupRows rows = lookups.get(table);
        return rows == null ? List.of() : rows.find(positions, key);
    }

    /** By what state expires. It stands still but for the pauses of the schedule. */
    synchronized long clock() {
        return clock;
    }

    // What follows is for the thread that conducts the run.

    synchronized void pause(Duration duration) {
        clock += duration.toMillis();
    }

    synchronized void addLookup(TableName table, LookupRows rows) {
        lookups.put(table, rows);
    }

    /** Lets an input deliver one more event. */
    synchronized void allow(Event event) {
        LookupRows rows = lookups.get(event.table());
        if (rows != null && event instanceof Event.Change change) {
            rows.apply(change.row());
        }
        events.computeIfAbsent(event.table(), name -> new ArrayList<>()).add(event);
        allowed.merge(event.table(), 1, Integer::sum);
        places.stream().filter(place -> place.table.equals(event.table())).forEach(Place::wake);
    }

    /** Waits until all readers are there and have delivered all that they may; returns false if the job is over before. */
    synchronized boolean awaitDelivered() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!over && (places.size() < readers || places.stream().anyMatch(Place::isBehind))) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                over = true;
                return false;
            }
            wait(left);
        }
        return !over;
    }

    /** Waits for a moment; returns true as soon as the job is over. */
    synchronized boolean awaitOver(Duration atMost) throws InterruptedException {
        if (!over) {
            wait(atMost.toMillis());
        }
        return over;
    }

    /** Lets all inputs end once they have delivered what they may. */
    synchronized void end() {
        ended = true;
        places.forEach(Place::wake);
    }

    /**
     * Makes the job fail; it comes back with new readers.
     *
     * @param kept how many changes of each table the last checkpoint holds; what was written after it is forgotten, as a
     *     table forgets what was not committed
     */
    synchronized void restart(Map<TableName, Integer> kept) {
        failing = true;
        attempt++;
        written.forEach((table, rows) ->
                rows.subList(kept.getOrDefault(table, 0), rows.size()).clear());
        List<Place> old = List.copyOf(places);
        places.clear();
        old.forEach(Place::wake);
    }

    /** How many changes are written to each table. */
    synchronized Map<TableName, Integer> progress() {
        Map<TableName, Integer> progress = new HashMap<>();
        written.forEach((table, rows) -> progress.put(table, rows.size()));
        return progress;
    }

    /** Nothing more will come: the job has ended. */
    synchronized void over() {
        over = true;
        notifyAll();
    }

    synchronized List<RowData> written(TableName table) {
        return List.copyOf(written.getOrDefault(table, List.of()));
    }

    /** The failure that a schedule asks for. */
    static final class RestartRequest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RestartRequest() {
            super("the schedule asks for a restart");
        }
    }
}
