package io.elt.render;

import io.elt.render.ProjectFunction.Arguments;

import java.util.ArrayList;
import java.util.List;

/** {@code range(stop)}, {@code range(start, stop)} and {@code range(start, stop, step)}; Jinjava's own cuts long ones short. */
final class Ranges {

    private static final int LONGEST = 100_000;

    private Ranges() {}

    static List<Long> of(Arguments arguments) {
        List<Object> numbers = arguments.positional();
        boolean whole = numbers.stream().allMatch(number -> number instanceof Long || number instanceof Integer);
        if (!whole
                || numbers.isEmpty()
                || numbers.size() > 3
                || !arguments.named().isEmpty()) {
            throw RenderErrors.badArgument("range", "range(stop) or range(start, stop, step)")
                    .toException();
        }
        long start = numbers.size() == 1 ? 0 : number(numbers, 0);
        long stop = number(numbers, numbers.size() == 1 ? 0 : 1);
        long step = numbers.size() == 3 ? number(numbers, 2) : 1;
        if (step == 0) {
            throw RenderErrors.badArgument("range", "range(start, stop, step) with a step that is not 0")
                    .toException();
        }
        List<Long> range = new ArrayList<>();
        for (long value = start; step > 0 ? value < stop : value > stop; value += step) {
            if (range.size() == LONGEST) {
                throw RenderErrors.limit("the range is longer than " + LONGEST).toException();
            }
            range.add(value);
        }
        return range;
    }

    private static long number(List<Object> numbers, int index) {
        return ((Number) numbers.get(index)).longValue();
    }
}
