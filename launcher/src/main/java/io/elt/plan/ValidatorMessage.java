package io.elt.plan;

import io.elt.diagnostic.ErrorCode;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Which of Calcite's messages a validator's exception carries. The exceptions are all of one class and do not keep the key
 * of their message, so the key is found by reading the message back with its own pattern.
 */
enum ValidatorMessage {
    TABLE_NAME_NOT_FOUND("TableNameNotFound", ErrorCode.TABLE_NOT_FOUND),
    OBJECT_NOT_FOUND_WITHIN("ObjectNotFoundWithin", ErrorCode.TABLE_NOT_FOUND),
    OBJECT_NOT_FOUND("ObjectNotFound", ErrorCode.TABLE_NOT_FOUND),
    COLUMN_NOT_FOUND_IN_TABLE("ColumnNotFoundInTable", ErrorCode.COLUMN_NOT_FOUND),
    COLUMN_NOT_FOUND("ColumnNotFound", ErrorCode.COLUMN_NOT_FOUND),
    UNKNOWN_TARGET_COLUMN("UnknownTargetColumn", ErrorCode.COLUMN_NOT_FOUND),
    UNKNOWN_FUNCTION("ValidatorUnknownFunction", ErrorCode.FUNCTION_NOT_FOUND),
    COLUMN_AMBIGUOUS("ColumnAmbiguous", ErrorCode.NAME_AMBIGUOUS),
    WRONG_ARGUMENTS("CanNotApplyOp2Type", ErrorCode.TYPE_MISMATCH),
    MIXED_TYPES("IllegalMixingOfTypes", ErrorCode.TYPE_MISMATCH),
    MIXED_LIST("IncompatibleTypesInList", ErrorCode.TYPE_MISMATCH),
    MIXED_VALUES("IncompatibleValueType", ErrorCode.TYPE_MISMATCH),
    MIXED_SETS("ColumnTypeMismatchInSetop", ErrorCode.TYPE_MISMATCH),
    CANNOT_CAST("CannotCastValue", ErrorCode.TYPE_MISMATCH),
    NOT_COMPARABLE("TypeNotComparableNear", ErrorCode.TYPE_MISMATCH);

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.apache.calcite.runtime.CalciteResource", Locale.ROOT);

    private final String key;
    private final ErrorCode code;

    ValidatorMessage(String key, ErrorCode code) {
        this.key = key;
        this.code = code;
    }

    /**
     * @param name the first thing that the message names, such as the column
     */
    record Read(ValidatorMessage message, Optional<String> name) {}

    static Optional<Read> read(String text) {
        return Arrays.stream(values())
                .flatMap(each -> each.parse(text).stream())
                .findFirst();
    }

    /** Whether the parser found something else where a query has to be. */
    static boolean isNoQuery(String text) {
        return BUNDLE.getString("IllegalNonQueryExpression").equals(text);
    }

    ErrorCode code() {
        return code;
    }

    private Optional<Read> parse(String text) {
        ParsePosition position = new ParsePosition(0);
        Object[] arguments = new MessageFormat(BUNDLE.getString(key), Locale.ROOT).parse(text, position);
        if (arguments == null || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        Optional<String> name = arguments.length == 0
                ? Optional.empty()
                : Optional.ofNullable(arguments[0]).map(Object::toString);
        return Optional.of(new Read(this, name));
    }
}
