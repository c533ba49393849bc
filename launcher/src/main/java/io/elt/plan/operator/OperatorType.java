package io.elt.plan.operator;

import java.util.Arrays;

/** What kinds of steps there are; named as Flink's web page and its documents name them. */
public enum OperatorType {
    TABLE_SOURCE_SCAN("TableSourceScan"),
    DATA_STREAM_SCAN("DataStreamScan"),
    VALUES("Values"),
    CALC("Calc"),
    ASYNC_CALC("AsyncCalc"),
    PYTHON_CALC("PythonCalc"),
    CORRELATE("Correlate"),
    EXPAND("Expand"),
    UNION("Union"),
    JOIN("Join"),
    INTERVAL_JOIN("IntervalJoin"),
    TEMPORAL_JOIN("TemporalJoin"),
    LOOKUP_JOIN("LookupJoin"),
    WINDOW_JOIN("WindowJoin"),
    GROUP_AGGREGATE("GroupAggregate"),
    LOCAL_GROUP_AGGREGATE("LocalGroupAggregate"),
    GLOBAL_GROUP_AGGREGATE("GlobalGroupAggregate"),
    INCREMENTAL_GROUP_AGGREGATE("IncrementalGroupAggregate"),
    GROUP_WINDOW_AGGREGATE("GroupWindowAggregate"),
    WINDOW_AGGREGATE("WindowAggregate"),
    LOCAL_WINDOW_AGGREGATE("LocalWindowAggregate"),
    GLOBAL_WINDOW_AGGREGATE("GlobalWindowAggregate"),
    OVER_AGGREGATE("OverAggregate"),
    WINDOW_TABLE_FUNCTION("WindowTableFunction"),
    WINDOW_RANK("WindowRank"),
    WINDOW_DEDUPLICATE("WindowDeduplicate"),
    DEDUPLICATE("Deduplicate"),
    RANK("Rank"),
    LIMIT("Limit"),
    SORT_LIMIT("SortLimit"),
    SORT("Sort"),
    TEMPORAL_SORT("TemporalSort"),
    MATCH("Match"),
    WATERMARK_ASSIGNER("WatermarkAssigner"),
    CHANGELOG_NORMALIZE("ChangelogNormalize"),
    DROP_UPDATE_BEFORE("DropUpdateBefore"),
    /** Brings the changes of a row into order before they are written; see the statement's sink. */
    SINK_MATERIALIZER("SinkMaterializer"),
    SINK("Sink"),
    /** One that is not in this list, such as an operator of a legacy API. */
    OTHER("Other");

    private final String text;

    OperatorType(String text) {
        this.text = text;
    }

    static OperatorType of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElse(OTHER);
    }

    public String text() {
        return text;
    }
}
