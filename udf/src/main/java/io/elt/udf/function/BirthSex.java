package io.elt.udf.function;

import org.apache.flink.table.functions.ScalarFunction;

/** {@code birth_sex('706213')} is 'F', read from a Czech birth number; 'M' otherwise. NULL for what is none. */
public final class BirthSex extends ScalarFunction {

    public String eval(String birthNumber) {
        if (birthNumber == null) {
            return null;
        }
        return BirthNumber.parse(birthNumber).map(number -> number.sex().name()).orElse(null);
    }
}
