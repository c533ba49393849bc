package io.elt.udf.guarded.json;

import io.elt.udf.guarded.RecordCheck.Verdict;
import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.table.types.logical.RowType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An envelope with the row before and after the change and the operation: Debezium's and Oracle GoldenGate's.
 *
 * <p>NOT NULL holds for {@code before} as well: a retraction with a hole in it would take the wrong amount away downstream. If a
 * source sends only the key there, its columns are to be declared nullable.
 */
final class BeforeAfterRoot implements RootCheck {

    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final int OPERATION = 2;
    private static final int PAYLOAD = 3;

    /** What the letters mean that each of the two writes. */
    interface Operations {

        enum Change {
            INSERT,
            UPDATE,
            DELETE,
            TRUNCATE,
            NO_ROWS,
            UNKNOWN
        }

        Change change(String operation);
    }

    private final String operationMember;
    private final Operations operations;
    private final TextCapture operation = new TextCapture();
    private final ObjectCheck envelope;

    BeforeAfterRoot(
            String operationMember,
            Operations operations,
            RowType rowType,
            TypeChecks types,
            List<ObjectCheck.Member> metadata) {
        this.operationMember = operationMember;
        this.operations = operations;
        List<ObjectCheck.Member> members = new ArrayList<>();
        members.add(ObjectCheck.Member.nullable("before", "ROW", types.row(rowType)));
        members.add(ObjectCheck.Member.nullable("after", "ROW", types.row(rowType)));
        members.add(ObjectCheck.Member.nullable(operationMember, "STRING", operation));
        members.add(ObjectCheck.Member.nullable("payload", "ROW", JsonParser::skipChildren));
        members.addAll(metadata);
        this.envelope = new ObjectCheck(members);
    }

    @Override
    public Verdict check(JsonParser parser) throws IOException, Rejection {
        envelope.check(parser);
        if (!envelope.hasValue(OPERATION)) {
            throw withoutOperation();
        }
        return switch (operations.change(operation.text())) {
            case INSERT -> requireAfter();
            case UPDATE -> {
                requireBefore();
                yield requireAfter();
            }
            case DELETE -> requireBefore();
            case NO_ROWS -> Verdict.NO_ROWS;
            case TRUNCATE -> throw Envelope.rowsRemovedUnseen(operationMember, operation.text());
            case UNKNOWN -> throw Envelope.unknownOperation(operationMember, operation.text());
        };
    }

    private Rejection withoutOperation() {
        Rejection missing = Rejection.missing("STRING").inField(operationMember);
        if (!envelope.hasValue(PAYLOAD)) {
            return missing;
        }
        return Rejection.of(
                missing.code(),
                missing.reason()
                        + ". The record has a \"payload\": set 'guarded.debezium-json.schema-include' = 'true'");
    }

    private Verdict requireBefore() throws Rejection {
        if (!envelope.hasValue(BEFORE)) {
            throw Envelope.missingBefore(operation.text());
        }
        return Verdict.DECODE;
    }

    private Verdict requireAfter() throws Rejection {
        if (!envelope.hasValue(AFTER)) {
            throw Envelope.missingRow("after", operation.text());
        }
        return Verdict.DECODE;
    }
}
