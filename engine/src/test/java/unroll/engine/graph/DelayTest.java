package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** What a delay starts with: given for each sequence, computed, or learned. */
class DelayTest {
    private static final int WIDTH = 2;

    private final Backend backend = new ReferenceBackend();
    private final Philox random = new Philox(1, Purpose.SAMPLING);

    private void write(Buffer... buffers) {
        for (Buffer buffer : buffers) {
            double[] numbers = new double[buffer.size()];
            Arrays.setAll(numbers, i -> random.gaussian());
            backend.write(numbers, 0, buffer);
        }
    }

    /** What was shifted by so many rows of {@code n} numbers, with the rows that are given again and again before it. */
    private static double[] shifted(double[] numbers, double[] first, int lag) {
        double[] shifted = numbers.clone();
        for (int i = 0; i < numbers.length; i++) {
            int from = i - lag * first.length;
            shifted[i] = from < 0 ? first[i % first.length] : numbers[from];
        }
        return shifted;
    }

    @ParameterizedTest(name = "T {0}, B {1}, lag {2}")
    @CsvSource({"1,1,1", "1,3,4", "5,1,1", "5,3,2", "4,2,4", "3,2,7"})
    void a_start_that_is_given_is_the_value_before_the_first_step_of_its_sequence(int steps, int sequences, int lag) {
        Graph graph = new Graph(backend, steps, sequences);
        Signal x = graph.given(WIDTH, true);
        Signal start = graph.start(WIDTH, true);
        Signal out = graph.signal(WIDTH);
        graph.add(Delay.given(out, x, lag, start));
        write(x.value(), start.value(), x.tangent(), start.tangent(), out.adjoint());
        backend.fill(Double.NaN, start.adjoint());
        graph.forward();
        graph.push();
        graph.pull(List.of(out), 0);
        assertThat(backend.read(out.value()))
                .isEqualTo(shifted(backend.read(x.value()), backend.read(start.value()), lag));
        assertThat(backend.read(out.tangent()))
                .isEqualTo(shifted(backend.read(x.tangent()), backend.read(start.tangent()), lag));
        double[] adjoint = backend.read(out.adjoint());
        int n = sequences * WIDTH;
        double[] first = new double[n];
        for (int i = Math.min(lag, steps) * n - 1; i >= 0; i--) {
            first[i % n] += adjoint[i];
        }
        assertThat(backend.read(start.adjoint())).isEqualTo(first);
        int reached = Math.max(0, steps - lag) * n;
        assertThat(Arrays.copyOf(backend.read(x.adjoint()), reached))
                .isEqualTo(Arrays.copyOfRange(adjoint, adjoint.length - reached, adjoint.length));
        assertThat(backend.read(out.value()))
                .as("negative control: the start of the first sequence for all")
                .isNotEqualTo(
                        sequences == 1
                                ? new double[0]
                                : shifted(backend.read(x.value()), all(backend.read(start.value())), lag));
    }

    private static double[] all(double[] starts) {
        double[] first = starts.clone();
        Arrays.setAll(first, i -> starts[i % WIDTH]);
        return first;
    }

    @Test
    void a_sweep_back_that_does_not_reach_the_start_leaves_0_there() {
        Graph graph = new Graph(backend, 5, 2);
        Signal x = graph.given(WIDTH, true);
        Signal start = graph.start(WIDTH, true);
        Signal out = graph.signal(WIDTH);
        graph.add(Delay.given(out, x, 2, start));
        write(out.adjoint());
        graph.forward();
        graph.pull(List.of(out), 1, 5, 0);
        assertThat(backend.read(start.adjoint()))
                .as("step 1 still reads it")
                .isEqualTo(Arrays.copyOfRange(backend.read(out.adjoint()), 4, 8));
        graph.pull(List.of(out), 2, 5, 0);
        assertThat(backend.read(start.adjoint())).containsOnly(0);
    }

    @Test
    void a_start_can_be_computed_by_an_operation_and_shared() {
        Graph graph = new Graph(backend, 3, 2);
        Signal given = graph.start(1, true);
        Signal start = graph.signal(WIDTH, 0, 1);
        Signal x = graph.given(WIDTH, false);
        Signal one = graph.signal(WIDTH);
        Signal two = graph.signal(WIDTH);
        Signal sum = graph.signal(WIDTH);
        Parameter weight =
                new Parameter(backend.allocate(WIDTH, 1), backend.allocate(WIDTH, 1), backend.allocate(WIDTH, 1));
        backend.write(new double[] {3, 5}, 0, weight.value());
        graph.loop(() -> {
            graph.add(Affine.of(start, Affine.term(given, weight)));
            graph.add(Delay.given(one, x, 1, start));
            graph.add(Delay.given(two, x, 2, start));
            graph.add(new Combine(sum, Combine.term(1, one), Combine.term(10, two)));
            return sum;
        });
        backend.write(new double[] {1, 2}, 0, given.value());
        backend.write(new double[] {1, 1}, 0, given.tangent());
        backend.fill(100, x.value());
        backend.fill(1, sum.adjoint());
        graph.forward();
        graph.push();
        graph.pull(List.of(sum), 0);
        assertThat(backend.read(sum.value()))
                .containsExactly(33, 55, 66, 110, 130, 150, 160, 200, 1100, 1100, 1100, 1100);
        assertThat(backend.read(sum.tangent())).containsExactly(33, 55, 33, 55, 30, 50, 30, 50, 0, 0, 0, 0);
        assertThat(backend.read(given.adjoint())).as("8 times 21").containsExactly(168, 168);
        assertThat(backend.read(weight.adjoint())).as("21 times 1 + 2").containsExactly(63, 63);
    }

    @Test
    void an_intervention_on_what_is_delayed_changes_the_start_but_not_what_was_given() {
        Graph graph = new Graph(backend, 3, 1);
        Signal x = graph.given(WIDTH, true);
        Signal start = graph.start(WIDTH, false);
        Signal out = graph.signal(WIDTH);
        graph.add(Delay.given(out, x, 1, start));
        graph.intervene(x, (step, rows) -> {
            if (step == -1) {
                backend.scale(10, rows);
            }
        });
        backend.write(new double[] {1, 2}, 0, start.value());
        for (int sweep = 0; sweep < 2; sweep++) {
            graph.forward();
            assertThat(backend.read(out.value(0, 1))).containsExactly(10, 20);
        }
        assertThat(backend.read(start.value())).containsExactly(1, 2);
    }

    @Test
    void what_is_given_has_no_directional_value_after_a_start_that_has() {
        Graph graph = new Graph(backend, 3, 1);
        Signal x = graph.given(WIDTH, false);
        Signal out = graph.signal(WIDTH);
        Parameter start =
                new Parameter(backend.allocate(1, WIDTH), backend.allocate(1, WIDTH), backend.allocate(1, WIDTH));
        backend.fill(7, start.tangent());
        graph.add(Delay.learned(out, x, 1, start));
        graph.forward();
        graph.push();
        assertThat(backend.read(out.tangent())).containsExactly(7, 7, 0, 0, 0, 0);
    }

    @Test
    void a_start_of_another_shape_is_refused() {
        Graph graph = new Graph(backend, 3, 1);
        Signal x = graph.signal(WIDTH);
        Signal out = graph.signal(WIDTH);
        for (Signal wrong : List.of(graph.start(WIDTH + 1, false), graph.given(WIDTH, false))) {
            assertThatThrownBy(() -> Delay.given(out, x, 1, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
