package io.elt.unittest;

import io.elt.plan.PlanningInput;
import io.elt.project.Value;

import java.util.Map;

/** The project whose files are tested. */
public interface TestedProject {
    /**
     * All files of the project, rendered; to be called from any thread.
     *
     * @param variables of a case, in place of the project's
     * @throws io.elt.diagnostic.EltException with all that is wrong with the files
     */
    Rendered rendered(Map<String, Value> variables);

    /**
     * @param input its scratch folder is one of its own
     * @param flinkSettings what the target gives to its jobs
     */
    record Rendered(PlanningInput input, Map<String, String> flinkSettings) {
        public Rendered {
            flinkSettings = Map.copyOf(flinkSettings);
        }
    }
}
