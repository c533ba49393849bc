package io.elt.render;

import io.elt.diagnostic.Diagnostic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The expressions that are being evaluated, innermost first. A name that is looked up in vain is only held against the
 * expression at its end: until then {@code is defined} or {@code default} may show that its author knew.
 */
final class Evaluation {

    /** The value of a printed expression that is wrong; what is wrong with it is already said. */
    static final Object WRONG = new Object();

    /** Encoding, hashing and the like; without one, an expression gives a secret as it is, or one of its other texts. */
    private static final String FILTER = "|";

    private static final class Frame {

        private final String printedMacro;
        private final Deque<Diagnostic> undefined = new ArrayDeque<>();
        private boolean failed;
        private SecretName secret;

        Frame(String printedMacro) {
            this.printedMacro = printedMacro;
        }
    }

    private final Rendering rendering;
    private final Deque<Frame> frames = new ArrayDeque<>();

    Evaluation(Rendering rendering) {
        this.rendering = rendering;
    }

    Object evaluate(String text, Supplier<Object> expression) {
        Object value = run(new Frame(null), text, expression);
        return value == WRONG ? null : value;
    }

    /** @param macro the macro whose result is printed as it is, and so keeps its marks; null if there is none */
    Object evaluatePrinted(String macro, String text, Supplier<Object> expression) {
        return run(new Frame(macro), text, expression);
    }

    private Object run(Frame frame, String text, Supplier<Object> expression) {
        frames.push(frame);
        try {
            Object value = expression.get();
            if (!frame.undefined.isEmpty()) {
                fail(frame.undefined.getLast());
            }
            if (frame.secret != null && text.contains(FILTER)) {
                learn(frame.secret, value);
            }
            return frame.failed ? WRONG : value;
        } finally {
            frames.pop();
            if (frame.secret != null && !frames.isEmpty()) {
                frames.peek().secret = frame.secret;
            }
            if (frame.failed && !frames.isEmpty()) {
                // The cause is said; what fails around it fails because of it.
                frames.peek().failed = true;
            }
        }
    }

    /** A value that the expression works with. What a filter makes of a secret is a secret. */
    void saw(Object value) {
        if (value instanceof String text && !frames.isEmpty()) {
            rendering.secrets().in(text).ifPresent(secret -> frames.peek().secret = secret);
        }
    }

    private void learn(SecretName source, Object computed) {
        if (computed instanceof String text) {
            rendering.secrets().learnComputed(source, Marks.strip(text));
        }
        // The values of a set tag come as a list.
        if (computed instanceof List<?> list && list.size() == 1) {
            learn(source, list.get(0));
        }
    }

    /** Whether the outermost call of the expression is this macro. */
    boolean prints(String macro) {
        return !frames.isEmpty() && Objects.equals(frames.peek().printedMacro, macro);
    }

    void undefined(Diagnostic diagnostic) {
        if (frames.isEmpty()) {
            rendering.report(diagnostic);
            return;
        }
        frames.peek().undefined.push(diagnostic);
    }

    void forgiveUndefined() {
        if (!frames.isEmpty()) {
            frames.peek().undefined.poll();
        }
    }

    /** Whether the expression is already known to be wrong, so that what follows from it need not be said. */
    boolean isWrong() {
        return !frames.isEmpty()
                && (frames.peek().failed || !frames.peek().undefined.isEmpty());
    }

    void fail(Diagnostic diagnostic) {
        if (!frames.isEmpty()) {
            if (frames.peek().failed) {
                return;
            }
            frames.peek().failed = true;
        }
        rendering.report(diagnostic);
    }
}
