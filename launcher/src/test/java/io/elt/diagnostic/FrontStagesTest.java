package io.elt.diagnostic;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The first stages answer in milliseconds because they know nothing of what comes after them. */
class FrontStagesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "io.elt.diagnostic",
                    "io.elt.project",
                    "io.elt.render",
                    "io.elt.script",
                    "io.elt.selector",
                    "io.elt.runner.secret");

    @Test
    void noneOfThemKnowsFlink() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "picocli..")
                .check(CLASSES);
    }

    /** The forms of a secret are the runner's, which has to redact in a cluster; they know the JDK only, too. */
    @Test
    void diagnosticsKnowTheJdkOnly() {
        mayKnow("io.elt.diagnostic", "io.elt.runner.secret");
        mayKnow("io.elt.runner.secret");
    }

    @Test
    void aStageKnowsEarlierOnesOnly() {
        mayKnow("io.elt.project", "io.elt.diagnostic", "org.snakeyaml..");
        mayKnow("io.elt.render", "io.elt.diagnostic", "io.elt.project", "com.hubspot..", "jinjava..");
        mayKnow("io.elt.script", "io.elt.diagnostic", "io.elt.render");
        mayKnow("io.elt.selector", "io.elt.diagnostic");
    }

    private static void mayKnow(String stage, String... others) {
        String[] allowed = new String[others.length + 2];
        System.arraycopy(others, 0, allowed, 2, others.length);
        allowed[0] = "java..";
        allowed[1] = stage;
        classes()
                .that()
                .resideInAPackage(stage)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CLASSES);
    }
}
