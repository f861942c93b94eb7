package unroll.gpu.cuda;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** One class knows the driver, and of the engine the module sees its backends. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("unroll.gpu");

    private static ArchRule oneKnowsTheDriver(String name) {
        return noClasses()
                .that()
                .haveNameNotMatching(".*\\." + name + "(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jcuda..");
    }

    private static ArchRule backendsOnly(String... seen) {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("unroll..").and(not(resideInAnyPackage(seen))));
    }

    @Test
    void one_class_knows_the_driver() {
        oneKnowsTheDriver("JCudaDevice").check(MAIN);
        assertThatThrownBy(() -> oneKnowsTheDriver("CudaBackend").check(MAIN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_module_sees_backends_losses_and_random_numbers_alone() {
        backendsOnly("unroll.gpu..", "unroll.engine.backend", "unroll.engine.loss", "unroll.engine.random")
                .check(MAIN);
        assertThatThrownBy(() -> backendsOnly("unroll.gpu..").check(MAIN)).isInstanceOf(AssertionError.class);
    }
}
