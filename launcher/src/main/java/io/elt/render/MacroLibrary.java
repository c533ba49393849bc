package io.elt.render;

import com.hubspot.jinjava.lib.fn.MacroFunction;
import com.hubspot.jinjava.tree.Node;
import io.elt.diagnostic.Problems;
import io.elt.project.SourceFile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The macros of {@code macros/}, which every file may call by their names. */
record MacroLibrary(Map<String, MacroFunction> functions, Places places) {

    static MacroLibrary read(List<SourceFile> files, Engine engine, Map<String, MacroFunction> projectFunctions) {
        Map<String, MacroFunction> functions = new LinkedHashMap<>(projectFunctions);
        Map<String, Place> defined = new HashMap<>();
        Places places = Places.empty();
        Problems problems = new Problems();
        for (SourceFile file : files) {
            Rendering rendering = engine.rendering(file, places);
            StrictInterpreter interpreter = engine.interpreter(rendering, projectFunctions, Map.of());
            problems.attempt(() -> Engine.render(interpreter, rendering));
            new TreeMap<>(interpreter.getContext().getGlobalMacros()).forEach((name, macro) -> {
                Place place = definition((StrictMacro) macro, places).orElse(new Place(file, 0, 0));
                if (projectFunctions.containsKey(name)) {
                    problems.add(RenderErrors.reservedMacro(name, place));
                    return;
                }
                Place first = defined.putIfAbsent(name, place);
                if (first != null) {
                    problems.add(RenderErrors.duplicateMacro(name, first, place));
                    return;
                }
                functions.put(name, macro);
            });
        }
        problems.throwIfErrors();
        return new MacroLibrary(Map.copyOf(functions), places);
    }

    private static Optional<Place> definition(StrictMacro macro, Places places) {
        return macro.body().stream().findFirst().map(Node::getParent).flatMap(tag -> places.place(tag.getMaster()));
    }
}
