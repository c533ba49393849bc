package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.ErrorCode;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object with declared members: a row, or an envelope. Members that are not declared are skipped, for producers add
 * columns before the warehouse does.
 */
final class ObjectCheck implements ValueCheck {

    /** What a member may be besides present: left out, or null. */
    record Member(String name, String typeName, ValueCheck check, boolean optional, boolean nullable) {

        static Member required(String name, String typeName, ValueCheck check) {
            return new Member(name, typeName, check, false, false);
        }

        static Member nullable(String name, String typeName, ValueCheck check) {
            return new Member(name, typeName, check, true, true);
        }

        /** May be left out, but not be null: what a change has not touched keeps its value. */
        static Member omissible(String name, String typeName, ValueCheck check) {
            return new Member(name, typeName, check, true, false);
        }

        static Member presentOrNull(String name, String typeName, ValueCheck check) {
            return new Member(name, typeName, check, false, true);
        }
    }

    private final Member[] members;
    private final Map<String, Integer> positions = new HashMap<>();
    // The number of the object in which a member was last seen: comparing it is cheaper than clearing a set for each
    // object.
    private final long[] seen;
    private final long[] seenWithValue;
    private long object;

    ObjectCheck(List<Member> members) {
        this.members = members.toArray(Member[]::new);
        this.seen = new long[this.members.length];
        this.seenWithValue = new long[this.members.length];
        for (int position = 0; position < this.members.length; position++) {
            positions.put(this.members[position].name(), position);
        }
    }

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        object++;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Mismatch.wrongType("an object", parser);
        }
        int likely = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            int position = positionOf(name, likely);
            if (position < 0) {
                parser.skipChildren();
                continue;
            }
            likely = position + 1;
            checkMember(position, token, parser);
        }
        requireAll();
    }

    /** Whether the last object had this member with a value other than null. */
    boolean hasValue(int position) {
        return seenWithValue[position] == object;
    }

    /** Producers write the columns in the order of the table, mostly: look there first. */
    private int positionOf(String name, int likely) {
        if (likely < members.length && members[likely].name().equals(name)) {
            return likely;
        }
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    private void checkMember(int position, JsonToken token, JsonParser parser) throws IOException, Rejection {
        Member member = members[position];
        if (seen[position] == object) {
            throw Rejection.of(ErrorCode.DUPLICATE_FIELD, "more than once in the same object")
                    .inField(member.name());
        }
        seen[position] = object;
        if (token == JsonToken.VALUE_NULL) {
            if (!member.nullable()) {
                throw Rejection.isNull(member.typeName()).inField(member.name());
            }
            return;
        }
        seenWithValue[position] = object;
        try {
            member.check().check(parser);
        } catch (Rejection rejection) {
            throw rejection.inField(member.name());
        }
    }

    private void requireAll() throws Rejection {
        for (int position = 0; position < members.length; position++) {
            if (seen[position] != object && !members[position].optional()) {
                throw Rejection.missing(members[position].typeName()).inField(members[position].name());
            }
        }
    }
}
