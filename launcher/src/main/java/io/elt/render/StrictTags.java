package io.elt.render;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.tag.CallTag;
import com.hubspot.jinjava.lib.tag.IncludeTag;
import com.hubspot.jinjava.lib.tag.MacroTag;
import com.hubspot.jinjava.lib.tag.SetTag;
import com.hubspot.jinjava.lib.tag.Tag;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.TagToken;

import java.util.List;
import java.util.Optional;

/** The tags that differ from Jinjava's, because they read arguments properly or because text with marks passes through them. */
final class StrictTags {

    private StrictTags() {}

    static List<Tag> all() {
        return List.of(new Macro(), new Call(), new Include(), new SetBlock());
    }

    private static final class Macro extends MacroTag {

        private static final long serialVersionUID = 1L;

        @Override
        public String interpret(TagNode node, JinjavaInterpreter interpreter) {
            Rendering rendering = ((StrictInterpreter) interpreter).rendering();
            Optional<MacroSignature> signature = MacroSignature.parse(node.getHelpers());
            if (signature.isEmpty()) {
                rendering.report(RenderErrors.macroSyntax(node.getHelpers()).at(rendering.here()));
                return "";
            }
            interpreter
                    .getContext()
                    .addGlobalMacro(StrictMacro.define(node.getChildren(), signature.get(), interpreter.getContext()));
            return "";
        }
    }

    private static final class Call extends CallTag {

        private static final long serialVersionUID = 1L;

        @Override
        public String interpret(TagNode node, JinjavaInterpreter interpreter) {
            StrictInterpreter strict = (StrictInterpreter) interpreter;
            String helpers = node.getHelpers().trim();
            int end = helpers.startsWith("(") ? helpers.indexOf(')') + 1 : 0;
            Optional<MacroSignature> signature = MacroSignature.parse("caller" + helpers.substring(0, end));
            if (signature.isEmpty()) {
                Rendering rendering = strict.rendering();
                rendering.report(RenderErrors.macroSyntax(helpers).at(rendering.here()));
                return "";
            }
            try (var scope = interpreter.enterNonStackingScope()) {
                interpreter
                        .getContext()
                        .addGlobalMacro(
                                StrictMacro.caller(node.getChildren(), signature.get(), interpreter.getContext()));
                return strict.print(helpers.substring(end));
            }
        }
    }

    private static final class Include extends IncludeTag {

        private static final long serialVersionUID = 1L;

        @Override
        public String interpret(TagNode node, JinjavaInterpreter interpreter) {
            Rendering rendering = ((StrictInterpreter) interpreter).rendering();
            String text = super.interpret(node, interpreter);
            return rendering
                    .placeNumber()
                    .map(number -> Marks.around(number, text))
                    .orElse(text);
        }
    }

    private static final class SetBlock extends SetTag {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeSet(
                TagToken token,
                JinjavaInterpreter interpreter,
                String[] names,
                List<?> values,
                boolean allowDeferredValueOverride) {
            List<Object> unmarked = values == null
                    ? null
                    : values.stream().map(value -> Marks.strip(value)).toList();
            super.executeSet(token, interpreter, names, unmarked, allowDeferredValueOverride);
        }
    }
}
