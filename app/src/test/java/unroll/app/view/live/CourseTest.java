package unroll.app.view.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.probe.LiveMovement;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.run.Training;
import unroll.engine.setting.SettingsJson;

/** What is done to a live movement, undone and done again, to the bit. */
class CourseTest {
    private final LiveMovement movement;
    private final int size;

    CourseTest() {
        try (Training training = new Training(SettingsJson.read(Experiment.class, """
            {"name": "Arm", "task": {"kind": "reaching", "length": 20, "delay": 3, "longestDelay": 5},
             "model": {"kind": "lstm", "hidden": 5}, "training": {"batch": 2, "updates": 1, "testSequences": 2}}
            """, "test"))) {
            movement = training.replica().live().orElseThrow();
            size = training.replica().theta().length;
        }
    }

    private Course course(double scale) {
        Course course = new Course(movement);
        double[] theta = new double[size];
        Philox random = new Philox(5, Purpose.SAMPLING);
        Arrays.setAll(theta, i -> scale * random.gaussian());
        course.take(new LiveLook(7, Optional.of(movement), theta, new Rectangle2D.Double()));
        return course;
    }

    private static List<double[]> steps(Course course, int steps) {
        List<double[]> states = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            course.step();
            states.add(course.frame().trail().getLast().state());
        }
        return states;
    }

    private static void push(Course course, int steps) {
        course.act("push", hand -> hand.pushing(0.05, 0.02), true);
        steps(course, steps);
        course.act("push", hand -> hand.pushing(0, 0), false);
    }

    private static void assertSame(List<double[]> one, List<double[]> other) {
        assertThat(one).hasSameSizeAs(other);
        for (int t = 0; t < one.size(); t++) {
            assertThat(one.get(t)).containsExactly(other.get(t));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 30, 400})
    void what_is_undone_was_never_done(int early) {
        Course course = course(0.3);
        Course other = course(0.3);
        List<Consumer<Course>> acts = List.of(
                all -> push(all, 9),
                all -> all.act("led", hand -> hand.towards(new double[] {0.6, 1.4, 0, 0}), false),
                all -> all.act("loaded", hand -> hand.holding(0.2), false),
                all -> all.act("delayed", hand -> hand.seenLate(20), false));
        steps(course, early);
        steps(other, early);
        for (Consumer<Course> act : acts) {
            act.accept(course);
            steps(course, 4);
        }
        acts.forEach(act -> course.undo());
        assertThat(course.frame().undo()).isEmpty();
        assertSame(steps(course, 25), steps(other, 25));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_done_again_is_the_same_step_by_step(boolean undone) {
        Course course = course(0.3);
        steps(course, 12);
        course.act("push", hand -> hand.pushing(0.1, 0), true);
        List<double[]> first = steps(course, 5);
        course.act("push", hand -> hand.pushing(0.1, 0.05), true);
        first.addAll(steps(course, 6));
        course.act("push", hand -> hand.pushing(0, 0), false);
        first.addAll(steps(course, 10));
        if (undone) {
            course.undo();
            steps(course, 3);
        }
        course.replay();
        assertThat(course.frame().replays()).isTrue();
        assertSame(steps(course, 21), first);
        assertThat(course.frame().replays()).isFalse();
        assertThat(course.frame().undo()).isEqualTo("push");
    }

    @Test
    void where_its_numbers_end_it_stays_until_that_is_undone() {
        Course course = course(0.3);
        steps(course, 3);
        double[] last = course.frame().trail().getLast().state();
        course.act("push", hand -> hand.pushing(1e308, 1e308), true);
        steps(course, 50);
        assertThat(course.frame().ended()).isTrue();
        assertThat(course.frame().trail().getLast().state())
                .satisfies(state -> assertThat(Arrays.stream(state).allMatch(Double::isFinite))
                        .isTrue());
        course.undo();
        assertThat(course.frame().ended()).isFalse();
        assertThat(course.frame().trail().getLast().state()).containsExactly(last);
        steps(course, 3);
        assertThat(course.frame().trail()).hasSize(7);
    }

    @Test
    void starting_over_keeps_the_hand_and_forgets_what_was_done() {
        Course course = course(0.3);
        push(course, 30);
        course.act("led", hand -> hand.towards(new double[] {0.6, 1.4, 0, 0}), false);
        course.startOver();
        assertThat(course.frame().undo()).isEmpty();
        assertThat(course.frame().trail()).hasSize(1);
        assertThat(course.frame().hand().goal()).containsExactly(0.6, 1.4, 0, 0);
        assertThat(course.frame().trail().getFirst().state())
                .containsExactly(movement.plant().home());
    }
}
