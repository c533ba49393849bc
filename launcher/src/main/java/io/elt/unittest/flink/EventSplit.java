package io.elt.unittest.flink;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * All events of an input, for one reader.
 *
 * @param position how many of them are delivered
 */
record EventSplit(int position) implements SourceSplit {
    @Override
    public String splitId() {
        return "events";
    }
}
