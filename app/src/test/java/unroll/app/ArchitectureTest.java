package unroll.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.app.planted.EngineThatDraws;
import unroll.app.planted.control.ControlThatTrains;
import unroll.app.planted.view.ViewThatComputes;

/** The arrows that are allowed between packages, each rule seen to fire on a planted fault. */
class ArchitectureTest {
    private static final ArchRule LOOKS_LIVE_IN_STYLE_SHEETS = noClasses()
            .should()
            .callMethodWhere(calls("setStyle", Node.class, MenuItem.class))
            .as("no class calls setStyle: looks live in style sheets");

    private static final ArchRule ONE_DOOR_TO_THE_WINDOWS_THREAD = noClasses()
            .that()
            .resideOutsideOfPackage("unroll.app.fx..")
            .should()
            .callMethodWhere(calls("runLater", Platform.class))
            .as("only app.fx posts to the window's thread");

    private static final ArchRule VIEWS_SEE_NO_BACKEND = noClasses()
            .that()
            .resideInAPackage("unroll.app..")
            .should()
            .dependOnClassesThat(resideInAPackage("unroll.engine.backend.."))
            .as("the window never sees a backend");

    private static final ArchRule THE_ENGINE_KNOWS_NO_WINDOW = noClasses()
            .that()
            .resideInAPackage("unroll.engine..")
            .or()
            .haveSimpleNameStartingWith("Engine")
            .should()
            .dependOnClassesThat(resideInAPackage("javafx.."))
            .as("the engine never sees JavaFX");

    private static final ArchRule CONTROLS_KNOW_NO_RUN = noClasses()
            .that()
            .resideInAnyPackage(
                    "unroll.app..control..",
                    "unroll.app.chart..",
                    "unroll.app.sequence..",
                    "unroll.app.sheet..",
                    "unroll.app.command..")
            .should()
            .dependOnClassesThat(resideInAPackage("unroll.engine.run.."))
            .as("controls know plain data only");

    /** A rule and a class that breaks it. */
    record Planted(ArchRule rule, Class<?> fault) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<Planted> rules() {
        return Stream.of(
                new Planted(LOOKS_LIVE_IN_STYLE_SHEETS, ControlThatTrains.class),
                new Planted(ONE_DOOR_TO_THE_WINDOWS_THREAD, ViewThatComputes.class),
                new Planted(VIEWS_SEE_NO_BACKEND, ViewThatComputes.class),
                new Planted(THE_ENGINE_KNOWS_NO_WINDOW, EngineThatDraws.class),
                new Planted(CONTROLS_KNOW_NO_RUN, ControlThatTrains.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProgramKeepsTheRule(Planted planted) {
        planted.rule().check(program());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFiresOnAPlantedFault(Planted planted) {
        JavaClasses fault = new ClassFileImporter().importClasses(planted.fault());
        assertThat(planted.rule().evaluate(fault).hasViolation()).isTrue();
    }

    @Test
    void theWholeProgramIsLookedAt() {
        assertThat(program().size()).isGreaterThan(100);
    }

    /** Matches by name and by what the owner is, since a call names the class of the expression and not of the method. */
    private static DescribedPredicate<JavaMethodCall> calls(String method, Class<?>... owners) {
        return DescribedPredicate.describe(
                method,
                call -> call.getName().equals(method)
                        && Stream.of(owners)
                                .anyMatch(owner -> call.getTargetOwner().isAssignableTo(owner)));
    }

    private static JavaClasses program() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("unroll");
    }
}
