package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;
import java.util.List;

/** Debezium's envelope inside of {@code payload}, next to its schema. */
final class PayloadRoot implements RootCheck {

    private final ObjectCheck record;
    private Verdict verdict;

    PayloadRoot(RootCheck payload) {
        this.record = new ObjectCheck(
                List.of(ObjectCheck.Member.required("payload", "ROW", parser -> verdict = payload.check(parser))));
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        record.check(parser);
        return verdict;
    }
}
