package unroll.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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
import unroll.app.planted.sequence.PortrayalThatTrains;
import unroll.app.planted.view.ViewThatComputes;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.probe.SequenceAnswer;

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
            .dependOnClassesThat(resideInAPackage("unroll.engine.backend..").and(not(type(DeviceMemory.class))))
            .as("the window never sees a backend");

    private static final ArchRule THE_ENGINE_KNOWS_NO_WINDOW = noClasses()
            .that()
            .resideInAPackage("unroll.engine..")
            .or()
            .haveSimpleNameStartingWith("Engine")
            .should()
            .dependOnClassesThat(resideInAPackage("javafx.."))
            .as("the engine never sees JavaFX");

    private static final ArchRule CONTROLS_KNOW_PLAIN_DATA = noClasses()
            .that()
            .resideInAnyPackage(
                    "unroll.app..control..", "unroll.app.chart..", "unroll.app.sheet..", "unroll.app.command..")
            .should()
            .dependOnClassesThat(engineBeside("plot", "setting"))
            .as("controls know plain data only");

    private static final ArchRule PORTRAYALS_KNOW_TASKS_AND_ANSWERS = noClasses()
            .that()
            .resideInAnyPackage("unroll.app.sequence..", "unroll.app.planted.sequence..")
            .should()
            .dependOnClassesThat(engineBeside("plot", "sequence", "task").and(not(belongToAnyOf(SequenceAnswer.class))))
            .as("portrayals know how tasks look and what networks answer, and no run");

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
                new Planted(CONTROLS_KNOW_PLAIN_DATA, ControlThatTrains.class),
                new Planted(PORTRAYALS_KNOW_TASKS_AND_ANSWERS, PortrayalThatTrains.class));
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

    /** Everything of the engine that is in none of these packages of it. */
    private static DescribedPredicate<JavaClass> engineBeside(String... known) {
        String[] packages =
                Stream.of(known).map(name -> "unroll.engine." + name + "..").toArray(String[]::new);
        return resideInAPackage("unroll.engine..").and(not(resideInAnyPackage(packages)));
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
