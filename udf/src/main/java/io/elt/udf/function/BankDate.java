package io.elt.udf.function;

import org.apache.flink.table.functions.ScalarFunction;

import java.time.LocalDate;

/** {@code bank_date('930101')} is DATE '1993-01-01': yyMMdd of 19yy. NULL for what is no such date. */
public final class BankDate extends ScalarFunction {

    public LocalDate eval(String text) {
        if (text == null || text.length() != TwoDigitYearDate.LENGTH) {
            return null;
        }
        return TwoDigitYearDate.parse(text)
                .flatMap(TwoDigitYearDate.Parts::date)
                .orElse(null);
    }
}
