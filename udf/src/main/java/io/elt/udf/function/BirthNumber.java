package io.elt.udf.function;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A Czech birth number as PKDD'99 has it: yyMMdd of 19yy, with 50 added to the month for women. The serial number and the check
 * digit that follow in real life were left out of the data for privacy, so nothing may follow here.
 */
record BirthNumber(LocalDate birthDate, Sex sex) {

    private static final int ADDED_FOR_WOMEN = 50;

    enum Sex {
        M,
        F
    }

    /** Nothing unless the number stands for a day that exists. */
    static Optional<BirthNumber> parse(String text) {
        if (text.length() != TwoDigitYearDate.LENGTH) {
            return Optional.empty();
        }
        return TwoDigitYearDate.parse(text).flatMap(BirthNumber::of);
    }

    private static Optional<BirthNumber> of(TwoDigitYearDate.Parts parts) {
        Sex sex = parts.month() > ADDED_FOR_WOMEN ? Sex.F : Sex.M;
        int month = sex == Sex.F ? parts.month() - ADDED_FOR_WOMEN : parts.month();
        return new TwoDigitYearDate.Parts(parts.year(), month, parts.day())
                .date()
                .map(birthDate -> new BirthNumber(birthDate, sex));
    }
}
