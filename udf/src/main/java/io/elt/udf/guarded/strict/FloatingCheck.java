package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.function.DoubleUnaryOperator;

/** A number in the range of FLOAT or DOUBLE. It is rounded to the nearest one, as these types always are. */
final class FloatingCheck implements ValueCheck {

    // Without an exponent and this short, a number is within the range of a FLOAT: nothing needs to be parsed.
    private static final int SHORT = 30;

    private final String typeName;
    private final DoubleUnaryOperator round;
    private final QuotedValues quoted;
    private final NumberText number = new NumberText();

    private FloatingCheck(String typeName, DoubleUnaryOperator round, QuotedValues quoted) {
        this.typeName = typeName;
        this.round = round;
        this.quoted = quoted;
    }

    static FloatingCheck ofFloat(String typeName, QuotedValues quoted) {
        return new FloatingCheck(typeName, value -> (float) value, quoted);
    }

    static FloatingCheck ofDouble(String typeName, QuotedValues quoted) {
        return new FloatingCheck(typeName, value -> value, quoted);
    }

    @Override
    public void check(JsonParser parser) throws IOException, Rejection {
        JsonToken token = parser.currentToken();
        if (!token.isNumeric() && !quoted.accept(token)) {
            throw Mismatch.wrongType(typeName, parser);
        }
        if (!number.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            throw Mismatch.wrongType(typeName, parser);
        }
        if (!number.hasExponent() && parser.getTextLength() < SHORT) {
            return;
        }
        double value = round.applyAsDouble(Double.parseDouble(parser.getText()));
        boolean vanished = value == 0 && number.integerDigits() + number.fractionDigits() > 0;
        if (Double.isInfinite(value) || vanished) {
            throw Mismatch.overflow(typeName, parser);
        }
    }
}
