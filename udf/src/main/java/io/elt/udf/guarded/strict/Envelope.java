package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The object that a change format writes around its rows. Its members are looked at as they come, and judged when the operation
 * is known.
 */
final class Envelope {

    private final ObjectCheck object;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, DeferredCheck> deferred = new HashMap<>();
    private final Map<String, TextCapture> texts = new HashMap<>();
    private final List<String> metadata;

    private Envelope(Builder builder) {
        for (ObjectCheck.Member member : builder.members) {
            positions.put(member.name(), positions.size());
        }
        this.object = new ObjectCheck(builder.members);
        this.deferred.putAll(builder.deferred);
        this.texts.putAll(builder.texts);
        this.metadata = List.copyOf(builder.metadata);
    }

    void read(JsonParser parser) throws IOException, Rejection {
        object.check(parser);
    }

    boolean has(String member) {
        return object.hasValue(positions.get(member));
    }

    /** Null if the record has none. */
    String text(String member) {
        return has(member) ? texts.get(member).text() : null;
    }

    String requiredText(String member) throws Rejection {
        if (!has(member)) {
            throw Rejection.missing("STRING").inField(member);
        }
        return texts.get(member).text();
    }

    /** The operation uses these rows; then what becomes their metadata must be right as well. */
    void requireRows(String member) throws Rejection {
        require(member);
        for (String name : metadata) {
            if (has(name)) {
                require(name);
            }
        }
    }

    private void require(String member) throws Rejection {
        try {
            deferred.get(member).require();
        } catch (Rejection rejection) {
            throw rejection.inField(member);
        }
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder {

        private final List<ObjectCheck.Member> members = new ArrayList<>();
        private final Map<String, DeferredCheck> deferred = new HashMap<>();
        private final Map<String, TextCapture> texts = new HashMap<>();
        private final List<String> metadata = new ArrayList<>();

        Builder rows(String name, ValueCheck check) {
            DeferredCheck waiting = new DeferredCheck(check);
            deferred.put(name, waiting);
            members.add(ObjectCheck.Member.nullable(name, "ROW", waiting));
            return this;
        }

        Builder text(String name) {
            TextCapture capture = new TextCapture();
            texts.put(name, capture);
            members.add(ObjectCheck.Member.nullable(name, "STRING", capture));
            return this;
        }

        /** A member of which only matters whether it is there. */
        Builder ignored(String name) {
            members.add(ObjectCheck.Member.nullable(name, "ROW", JsonParser::skipChildren));
            return this;
        }

        Builder metadata(MetadataMembers requested) {
            requested.checks().forEach((name, check) -> {
                rows(name, check);
                metadata.add(name);
            });
            return this;
        }

        Envelope build() {
            return new Envelope(this);
        }
    }
}
