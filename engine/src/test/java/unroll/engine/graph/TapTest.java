package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Holds delay taps to a {@link Delay} of zeros, and what works during some steps to its limits. */
class TapTest {
    private final Backend backend = new ReferenceBackend();
    private final Philox random = new Philox(1, Purpose.SAMPLING);

    private Parameter parameter(int rows, int columns) {
        Parameter made = new Parameter(
                backend.allocate(rows, columns), backend.allocate(rows, columns), backend.allocate(rows, columns));
        backend.write(numbers(rows * columns), 0, made.value());
        backend.write(numbers(rows * columns), 0, made.tangent());
        return made;
    }

    private double[] numbers(int n) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> random.gaussian());
        return numbers;
    }

    private double[] read(unroll.engine.backend.Buffer buffer) {
        double[] numbers = new double[buffer.size()];
        backend.read(buffer, numbers, 0);
        return numbers;
    }

    @ParameterizedTest(name = "T {0}, B {1}, lag {2}")
    @CsvSource({"1,1,0", "1,2,1", "5,1,1", "5,3,2", "4,2,4", "3,2,7", "6,2,5"})
    void a_tap_reads_what_a_delay_remembers(int steps, int sequences, int lag) {
        Parameter w = parameter(3, 2);
        Parameter same = new Parameter(w.value(), w.tangent(), backend.allocate(3, 2));
        Parameter bias = parameter(1, 3);
        Graph graph = new Graph(backend, steps, sequences);
        Signal v = graph.given(2, true);
        Signal tapped = graph.signal(3);
        graph.add(Affine.of(tapped, bias, Affine.tap(v, lag, w)));
        Graph other = new Graph(backend, steps, sequences);
        Signal x = other.given(2, true);
        Signal delayed = other.signal(2);
        Signal summed = other.signal(3);
        other.add(lag == 0 ? new Combine(delayed, Combine.term(1, x)) : Delay.zero(delayed, x, lag));
        other.add(Affine.of(summed, bias, Affine.term(delayed, same)));
        backend.write(numbers(steps * sequences * 2), 0, v.value());
        backend.copy(v.value(), x.value());
        backend.write(numbers(steps * sequences * 2), 0, v.tangent());
        backend.copy(v.tangent(), x.tangent());
        backend.write(numbers(steps * sequences * 3), 0, tapped.adjoint());
        backend.copy(tapped.adjoint(), summed.adjoint());
        sweep(graph, tapped);
        sweep(other, summed);
        assertThat(read(tapped.value())).isEqualTo(read(summed.value()));
        assertThat(read(tapped.tangent())).isEqualTo(read(summed.tangent()));
        assertThat(read(w.adjoint())).isEqualTo(read(same.adjoint()));
        int read = Math.max(0, steps - lag) * sequences * 2; // a later input reaches no output
        assertThat(Arrays.copyOf(read(v.adjoint()), read)).isEqualTo(Arrays.copyOf(read(x.adjoint()), read));
    }

    private static void sweep(Graph graph, Signal output) {
        graph.forward();
        graph.push();
        graph.pull(List.of(output), 0);
    }

    @Test
    void a_tap_into_the_future_and_a_first_term_that_leaves_steps_without_a_value_are_refused() {
        Graph graph = new Graph(backend, 3, 1);
        Signal v = graph.given(2, false);
        Signal u = graph.signal(3);
        Parameter w = parameter(3, 2);
        assertThatThrownBy(() -> Affine.tap(v, -1, w)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Affine.of(u, Affine.tap(v, 1, w))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Affine.of(u, Affine.term(v, w), Affine.tap(v, 1, w)).begin()).isZero();
    }

    @Test
    void what_works_during_some_steps_leaves_the_others_alone() {
        Graph graph = new Graph(backend, 5, 2);
        Signal u = graph.signal(3);
        Parameter bias = parameter(1, 3);
        graph.add(new During(1, 3, Affine.of(u, bias)));
        backend.fill(9, u.value());
        graph.forward();
        for (int t = 0; t < 5; t++) {
            double[] expected = t == 1 || t == 2 ? read(bias.value()) : new double[] {9, 9, 9};
            double[] row = Arrays.copyOf(read(u.value(t, t + 1)), 3);
            assertThat(row).as("step %d", t).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"-1,2", "0,6", "2,2", "3,1"})
    void steps_that_are_no_part_of_the_signal_are_refused(int from, int to) {
        Graph graph = new Graph(backend, 5, 2);
        Affine affine = Affine.of(graph.signal(3), parameter(1, 3));
        assertThatThrownBy(() -> new During(from, to, affine)).isInstanceOf(IllegalArgumentException.class);
    }
}
