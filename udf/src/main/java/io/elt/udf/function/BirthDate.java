package io.elt.udf.function;

import org.apache.flink.table.functions.ScalarFunction;

import java.time.LocalDate;

/** {@code birth_date('706213')} is DATE '1970-12-13', read from a Czech birth number. NULL for what is none. */
public final class BirthDate extends ScalarFunction {

    public LocalDate eval(String birthNumber) {
        if (birthNumber == null) {
            return null;
        }
        return BirthNumber.parse(birthNumber).map(BirthNumber::birthDate).orElse(null);
    }
}
