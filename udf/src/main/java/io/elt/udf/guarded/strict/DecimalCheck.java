package io.elt.udf.guarded.strict;

import io.elt.udf.guarded.Rejection;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonParser;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.math.BigDecimal;

/** A number that a DECIMAL holds without rounding: 1.50 and 15e-1 are fine for one digit after the point, 1.55 is not. */
final class DecimalCheck implements ValueCheck {

    private static final int LONGEST_WITH_EXPONENT = 1000;

    private final String typeName;
    private final int integerDigits;
    private final int fractionDigits;
    private final QuotedValues quoted;
    private final NumberText number = new NumberText();

    DecimalCheck(String typeName, int precision, int scale, QuotedValues quoted) {
        this.typeName = typeName;
        this.integerDigits = precision - scale;
        this.fractionDigits = scale;
        this.quoted = quoted;
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
        if (number.hasExponent()) {
            checkWithExponent(parser);
            return;
        }
        if (number.integerDigits() > integerDigits) {
            throw Mismatch.overflow(typeName, parser);
        }
        if (number.fractionDigits() > fractionDigits) {
            throw Mismatch.precisionLoss(typeName, parser);
        }
    }

    private void checkWithExponent(JsonParser parser) throws IOException, Rejection {
        BigDecimal value = exact(parser);
        // Asks for digit counts only: writing out 1e999999999 would take a gigabyte.
        if ((long) value.precision() - value.scale() > integerDigits) {
            throw Mismatch.overflow(typeName, parser);
        }
        if (value.scale() > fractionDigits) {
            throw Mismatch.precisionLoss(typeName, parser);
        }
    }

    private BigDecimal exact(JsonParser parser) throws IOException, Rejection {
        if (parser.getTextLength() > LONGEST_WITH_EXPONENT) {
            throw Mismatch.overflow(typeName, parser);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(parser.getText());
        } catch (NumberFormatException exponentBeyondInt) {
            throw Mismatch.overflow(typeName, parser);
        }
        // Also a zero: the inner format would write out the exponent of 0e-999999999.
        if (Math.abs((long) value.scale()) > LONGEST_WITH_EXPONENT) {
            throw Mismatch.overflow(typeName, parser);
        }
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
