package io.elt.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** A stage never imports a later one. A rule about a package that does not exist yet holds until it does. */
class StageOrderTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.elt");

    @ParameterizedTest
    @MethodSource("stagesAndModules")
    void knowsOnlyWhatComesBefore(Stage stage) {
        classes()
                .that()
                .resideInAPackage(stage.packages())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(stage.known()).or(not(resideInAPackage("io.elt.."))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    static Stream<Stage> stagesAndModules() {
        return Stream.concat(Stage.ALL.stream(), Stage.MODULES.stream());
    }

    @ParameterizedTest
    @MethodSource("stagesWithoutFlink")
    void loadsNoFlinkClass(String packages) {
        noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "org.apache.paimon..", "org.apache.kafka..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    static Stream<String> stagesWithoutFlink() {
        return Stage.WITHOUT_FLINK.stream();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.elt.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsAStageOrAModule() {
        String[] known = stagesAndModules().map(Stage::packages).distinct().toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(CLASSES);
    }

    @Test
    void seesTheClassesOfAllModules() {
        assertThat(CLASSES)
                .extracting(each -> each.getPackageName().split("\\.")[2])
                .contains("cli", "local", "runner", "udf");
    }
}
