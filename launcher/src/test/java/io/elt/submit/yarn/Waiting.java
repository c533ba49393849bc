package io.elt.submit.yarn;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asks again until the answer is as expected. */
final class Waiting {
    private Waiting() {}

    static <T> T until(Duration patience, Callable<T> question, Predicate<T> isExpected) {
        Instant deadline = Instant.now().plus(patience);
        try {
            while (true) {
                T answer = question.call();
                if (isExpected.test(answer)) {
                    return answer;
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("after " + patience + " still " + answer);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (Exception e) {
            throw new AssertionError("cannot be asked", e);
        }
    }
}
