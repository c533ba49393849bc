package io.elt.render;

import io.elt.diagnostic.Diagnostic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The expressions that are being evaluated, innermost first. A name that is looked up in vain is only held against the
 * expression at its end: until then {@code is defined} or {@code default} may show that its author knew.
 */
final class Evaluation {

    /** The value of a printed expression that is wrong; what is wrong with it is already said. */
    static final Object WRONG = new Object();

    private static final class Frame {

        private final String printedMacro;
        private final Deque<Diagnostic> undefined = new ArrayDeque<>();
        private boolean failed;

        Frame(String printedMacro) {
            this.printedMacro = printedMacro;
        }
    }

    private final Rendering rendering;
    private final Deque<Frame> frames = new ArrayDeque<>();

    Evaluation(Rendering rendering) {
        this.rendering = rendering;
    }

    Object evaluate(Supplier<Object> expression) {
        Object value = run(new Frame(null), expression);
        return value == WRONG ? null : value;
    }

    /** @param macro the macro whose result is printed as it is, and so keeps its marks; null if there is none */
    Object evaluatePrinted(String macro, Supplier<Object> expression) {
        return run(new Frame(macro), expression);
    }

    private Object run(Frame frame, Supplier<Object> expression) {
        frames.push(frame);
        try {
            Object value = expression.get();
            if (!frame.undefined.isEmpty()) {
                fail(frame.undefined.getLast());
            }
            return frame.failed ? WRONG : value;
        } finally {
            frames.pop();
            if (frame.failed && !frames.isEmpty()) {
                // The cause is said; what fails around it fails because of it.
                frames.peek().failed = true;
            }
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
