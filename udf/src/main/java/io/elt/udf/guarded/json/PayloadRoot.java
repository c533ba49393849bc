package io.elt.udf.guarded.json;

import io.elt.udf.guarded.RecordCheck.Verdict;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Debezium's envelope inside of {@code payload}, next to its schema. */
final class PayloadRoot implements RootCheck {

    private final ObjectCheck members;
    private Verdict verdict;

    PayloadRoot(RootCheck payload, List<ObjectCheck.Member> metadata) {
        List<ObjectCheck.Member> all = new ArrayList<>();
        all.add(ObjectCheck.Member.required("payload", "ROW", parser -> verdict = payload.check(parser)));
        all.addAll(metadata);
        this.members = new ObjectCheck(all);
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        members.check(parser);
        return verdict;
    }
}
