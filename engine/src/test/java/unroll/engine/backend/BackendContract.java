package unroll.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * What every backend does the way {@link ReferenceBackend} does it, element by element, with sizes that leave remainders in
 * vector loops. A subclass says which backend, and how exact its numbers and its elementary functions are.
 */
public abstract class BackendContract {
    private final ReferenceBackend reference = new ReferenceBackend();

    protected abstract Backend backend();

    /** Half the distance of neighbouring numbers around 1. */
    protected abstract double roundoff();

    /** Error of tanh and what is made of it. */
    protected abstract double functionError();

    @ParameterizedTest(name = "{0} x {1} x {2}, seed {index}")
    @CsvSource({"1,1,1", "4,6,13", "13,1,207", "1,13,6", "207,4,1", "50,100,100", "100,17,31", "33,65,129", "3,1000,2"})
    void a_product_is_the_reference_product_in_every_transposition(int m, int n, int k) {
        for (int transpositions = 0; transpositions < 4; transpositions++) {
            boolean ta = (transpositions & 1) != 0;
            boolean tb = (transpositions & 2) != 0;
            for (double beta : new double[] {0, 1, -0.5}) {
                BufferPair a = random(ta ? k : m, ta ? m : k, 1);
                BufferPair b = random(tb ? n : k, tb ? k : n, 2);
                BufferPair c = random(m, n, 3);
                reference.product(a.plain, ta, b.plain, tb, beta, c.plain);
                backend().product(a.own, ta, b.own, tb, beta, c.own);
                // k products of numbers below 4 and their sums, each rounded
                c.agree(roundoff() * 16 * (k + 2) * (k + 2));
            }
        }
    }

    @Test
    void a_product_with_beta_zero_ignores_what_was_there() {
        BufferPair a = random(5, 7, 1);
        BufferPair b = random(7, 3, 2);
        Buffer c = backend().allocate(5, 3);
        backend().fill(Double.NaN, c);
        backend().product(a.own, false, b.own, false, 0, c);
        assertThat(backend().read(c)).doesNotContain(Double.NaN);
    }

    @ParameterizedTest(name = "{0} elements")
    @ValueSource(ints = {1, 4, 6, 13, 207, 1024})
    void vector_work_is_the_reference_work(int n) {
        BufferPair x = random(1, n, 1);
        BufferPair y = random(1, n, 2);
        assertThat(backend().dot(x.own, y.own)).isCloseTo(reference.dot(x.plain, y.plain), within(roundoff() * 64 * n));
        reference.addScaled(0.3, x.plain, y.plain);
        backend().addScaled(0.3, x.own, y.own);
        y.agree(roundoff() * 16);
        reference.scale(-1.7, y.plain);
        backend().scale(-1.7, y.own);
        y.agree(roundoff() * 64);
        reference.copy(y.plain, x.plain);
        backend().copy(y.own, x.own);
        x.agree(roundoff() * 64);
        backend().fill(2, x.own);
        assertThat(backend().read(x.own)).containsOnly(2.0);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Activation.class)
    void activations_and_their_slopes_are_the_references(Activation f) {
        for (int n : new int[] {1, 4, 6, 13, 207}) {
            BufferPair u = random(3, n, 1);
            BufferPair h = random(3, n, 3);
            reference.activate(f, u.plain, h.plain);
            backend().activate(f, u.own, h.own);
            h.agree(functionError() + roundoff() * 8);
            for (double beta : new double[] {0, 1, -0.5}) {
                BufferPair x = random(3, n, 4);
                BufferPair out = random(3, n, 5);
                reference.timesSlope(f, h.plain, x.plain, beta, out.plain);
                backend().timesSlope(f, h.own, x.own, beta, out.own);
                out.agree(16 * functionError() + roundoff() * 64);
                reference.timesSlope(f, h.plain, x.plain, 0, x.plain);
                backend().timesSlope(f, h.own, x.own, 0, x.own);
                x.agree(16 * functionError() + roundoff() * 32);
            }
        }
    }

    @ParameterizedTest(name = "{0} elements")
    @ValueSource(ints = {1, 4, 6, 13, 207})
    void products_element_by_element_are_the_references(int n) {
        for (double beta : new double[] {0, 1, -0.5}) {
            BufferPair a = random(3, n, 1);
            BufferPair b = random(3, n, 2);
            BufferPair out = random(3, n, 3);
            reference.times(-0.7, a.plain, b.plain, beta, out.plain);
            backend().times(-0.7, a.own, b.own, beta, out.own);
            out.agree(roundoff() * 64);
            reference.times(-0.7, a.plain, b.plain, 0, a.plain); // in place
            backend().times(-0.7, a.own, b.own, 0, a.own);
            a.agree(roundoff() * 64);
        }
    }

    @ParameterizedTest(name = "{0} elements")
    @ValueSource(ints = {1, 4, 6, 13, 207})
    void quotients_by_roots_are_the_references(int n) {
        for (double beta : new double[] {0, 1, -0.5}) {
            BufferPair x = random(3, n, 1);
            BufferPair s = random(3, n, 2);
            BufferPair out = random(3, n, 3);
            reference.times(1, s.plain, s.plain, 0, s.plain); // 0 to 16
            backend().times(1, s.own, s.own, 0, s.own);
            reference.overRoot(-0.7, x.plain, s.plain, 0.1, beta, out.plain);
            backend().overRoot(-0.7, x.own, s.own, 0.1, beta, out.own);
            // a quotient is at most 28 and has five roundings
            out.agree(roundoff() * 256);
        }
    }

    @Test
    void nothing_over_the_root_of_nothing_is_nothing() {
        Buffer zero = backend().allocate(2, 3);
        Buffer out = backend().allocate(2, 3);
        backend().fill(Double.NaN, out);
        backend().overRoot(1, zero, zero, 1e-12, 0, out);
        assertThat(backend().read(out)).containsOnly(0.0);
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 4, 6, 13, 207})
    void gathering_and_scattering_are_products_with_a_one_of_k_code(int n) {
        int[] codes = {3, 0, 3, 3, 1, 4};
        Buffer code = backend().allocate(codes.length, 1);
        Buffer oneOfK = backend().allocate(codes.length, 5);
        backend().write(java.util.Arrays.stream(codes).asDoubleStream().toArray(), 0, code);
        for (int r = 0; r < codes.length; r++) {
            backend().fill(1, oneOfK.window(r * 5 + codes[r], 1, 1));
        }
        Buffer table = random(5, n, 1).own;
        Buffer gathered = random(codes.length, n, 2).own;
        Buffer multiplied = random(codes.length, n, 2).own;
        for (double beta : new double[] {1, -0.5, 0}) {
            backend().gather(code, table, beta, gathered);
            backend().product(oneOfK, false, table, false, beta, multiplied);
            assertThat(backend().read(gathered)).containsExactly(backend().read(multiplied), within(roundoff() * 64));
        }
        Buffer scattered = random(5, n, 3).own;
        Buffer transposed = random(5, n, 3).own;
        backend().scatter(code, gathered, scattered);
        backend().product(oneOfK, true, gathered, false, 1, transposed);
        assertThat(backend().read(scattered)).containsExactly(backend().read(transposed), within(roundoff() * 64));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {-1, 5, 0.5, Double.NaN})
    void a_code_that_no_symbol_has_is_refused(double code) {
        Buffer codes = backend().allocate(2, 1);
        backend().write(new double[] {0, code}, 0, codes);
        Buffer table = backend().allocate(5, 3);
        Buffer rows = backend().allocate(2, 3);
        assertThatThrownBy(() -> backend().gather(codes, table, 0, rows)).hasMessageContaining("no symbol");
        assertThatThrownBy(() -> backend().scatter(codes, rows, table)).hasMessageContaining("no symbol");
    }

    @Test
    void what_is_overwritten_is_ignored_even_if_it_is_no_number() {
        Buffer a = random(2, 5, 1).own;
        Buffer out = backend().allocate(2, 5);
        backend().fill(Double.NaN, out);
        backend().times(1, a, a, 0, out);
        assertThat(backend().read(out)).doesNotContain(Double.NaN);
        for (Activation f : Activation.values()) {
            backend().fill(Double.NaN, out);
            backend().timesSlope(f, a, a, 0, out);
            assertThat(backend().read(out)).doesNotContain(Double.NaN);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Loss.class)
    void losses_gradients_and_curvatures_are_the_references(Loss loss) {
        for (int n : new int[] {1, 4, 6, 13, 207}) {
            BufferPair o = random(5, n, 1);
            BufferPair y = shares(5, n);
            BufferPair w = weights(5);
            BufferPair g = random(5, n, 3);
            double plain = reference.loss(loss, o.plain, y.plain, w.plain, 0.5, g.plain);
            double own = backend().loss(loss, o.own, y.own, w.own, 0.5, g.own);
            // each of 5 n terms has the functions' error
            assertThat(own).isCloseTo(plain, within((functionError() + 8 * roundoff()) * 16 * 5 * n));
            g.agree(4 * functionError() + roundoff() * 16);
            BufferPair v = random(5, n, 4);
            BufferPair hv = random(5, n, 5);
            reference.lossCurvature(loss, o.plain, w.plain, v.plain, 0.5, hv.plain);
            backend().lossCurvature(loss, o.own, w.own, v.own, 0.5, hv.own);
            hv.agree(16 * functionError() + roundoff() * 64);
            reference.outputs(loss, o.plain, g.plain);
            backend().outputs(loss, o.own, g.own);
            g.agree(4 * functionError() + roundoff() * 16);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Loss.class)
    void rows_that_do_not_count_add_nothing_even_if_they_are_no_numbers(Loss loss) {
        Buffer o = backend().allocate(2, 3);
        Buffer y = backend().allocate(2, 3);
        Buffer w = backend().allocate(2, 1);
        Buffer g = backend().allocate(2, 3);
        backend().fill(Double.NaN, o.rows(1, 1));
        backend().fill(Double.NaN, g);
        backend().fill(1, w.rows(0, 1));
        assertThat(backend().loss(loss, o, y, w, 1, g)).isFinite();
        assertThat(backend().read(g.rows(1, 1))).containsOnly(0.0);
    }

    @Test
    void windows_share_the_numbers_and_may_begin_anywhere() {
        BufferPair all = random(6, 5, 1);
        BufferPair h = random(6, 5, 2);
        reference.activate(Activation.TANH, all.plain.rows(1, 2), h.plain.rows(2, 2));
        backend().activate(Activation.TANH, all.own.rows(1, 2), h.own.rows(2, 2));
        reference.times(1, all.plain.rows(1, 2), all.plain.rows(3, 2), 1, h.plain.rows(4, 2));
        backend().times(1, all.own.rows(1, 2), all.own.rows(3, 2), 1, h.own.rows(4, 2));
        h.agree(functionError() + 8 * roundoff());
        reference.addScaled(2, all.plain.window(3, 2, 4), h.plain.window(11, 2, 4));
        backend().addScaled(2, all.own.window(3, 2, 4), h.own.window(11, 2, 4));
        h.agree(functionError() + 16 * roundoff());
        all.agree(roundoff() * 8);
    }

    @ParameterizedTest(name = "{0} rows of {1}")
    @CsvSource({"1,1", "4,6", "13,207", "300,13"})
    void a_loop_over_time_is_what_its_operations_are_one_after_the_other(int rows, int n) {
        BufferPair weight = random(n, n, 1);
        reference.scale(0.5 / n, weight.plain);
        backend().scale(0.5 / n, weight.own);
        BufferPair u = random(3 * rows, n, 2);
        BufferPair h = random(3 * rows, n, 3);
        BufferPair other = random(n, rows, 4); // as many numbers, other rows
        double plain = loop(reference, weight.plain, u.plain, h.plain, other.plain, rows);
        double own;
        try (var _ = backend().loop(rows)) {
            own = loop(backend(), weight.own, u.own, h.own, other.own, rows);
        }
        // sums of numbers below 40, over 3 steps
        assertThat(own).isCloseTo(plain, within((functionError() + 64 * roundoff()) * 64 * rows * n * n));
        h.agree((functionError() + 64 * roundoff()) * 64 * n);
        u.agree((functionError() + 64 * roundoff()) * 64 * n);
        other.agree((functionError() + 64 * roundoff()) * 64 * n);
    }

    /** Every operation that takes each row by itself, and between them some that do not. */
    private static double loop(Backend backend, Buffer weight, Buffer u, Buffer h, Buffer other, int rows) {
        double sum = 0;
        for (int t = 0; t < 3; t++) {
            Buffer now = u.rows(t * rows, rows);
            Buffer units = h.rows(t * rows, rows);
            if (t > 0) {
                backend.product(h.rows((t - 1) * rows, rows), false, weight, false, 1, now);
            }
            backend.activate(Activation.TANH, now, units);
            backend.times(0.5, now, units, -0.25, now);
            backend.copy(units, other);
            backend.addScaled(0.5, other, now);
            backend.timesSlope(Activation.TANH, units, now, 0.5, now);
            sum += t == 1 ? backend.dot(now, units) : 0;
            backend.scale(0.75, units);
            backend.product(now, false, weight, true, 1, units);
            if (t == 2) {
                backend.fill(0.125, now);
                backend.copy(units, now);
            }
        }
        return sum;
    }

    @Test
    void large_inputs_saturate_and_nan_stays_nan() {
        Buffer u = backend().allocate(1, 4);
        backend().write(new double[] {1e4, -1e4, Double.NaN, 0}, 0, u);
        Buffer h = backend().allocate(1, 4);
        backend().activate(Activation.TANH, u, h);
        double[] saturated = backend().read(h);
        assertThat(saturated[0]).isCloseTo(1, within(functionError())).isLessThanOrEqualTo(1);
        assertThat(saturated[1]).isCloseTo(-1, within(functionError())).isGreaterThanOrEqualTo(-1);
        assertThat(saturated[2]).isNaN();
        assertThat(saturated[3]).isZero();
        backend().activate(Activation.RELU, u, h);
        assertThat(backend().read(h)[2]).isNaN();
    }

    @Test
    void shapes_that_do_not_fit_and_strangers_are_refused() {
        Buffer a = backend().allocate(2, 3);
        Buffer b = backend().allocate(2, 4);
        assertThatThrownBy(() -> backend().product(a, false, b, false, 0, b)).hasMessageContaining("2 x 3");
        assertThatThrownBy(() -> backend().addScaled(1, a, b)).hasMessageContaining("2 x 4");
        assertThatThrownBy(() -> a.window(2, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> backend().scale(1, new ForeignBuffer(2, 3))).hasMessageContaining("another backend");
    }

    private record ForeignBuffer(int rows, int columns) implements Buffer {
        @Override
        public Buffer window(int offset, int windowRows, int windowColumns) {
            return this;
        }
    }

    /** The same numbers on both backends. */
    private final class BufferPair {
        final Buffer plain;
        final Buffer own;

        BufferPair(double[] numbers, int rows, int columns) {
            own = backend().allocate(rows, columns);
            backend().write(numbers, 0, own);
            plain = reference.allocate(rows, columns);
            reference.write(backend().read(own), 0, plain);
        }

        void agree(double tolerance) {
            assertThat(backend().read(own)).containsExactly(reference.read(plain), within(tolerance));
        }
    }

    private BufferPair random(int rows, int columns, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] numbers = new double[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.clamp(random.gaussian(), -4, 4);
        }
        return new BufferPair(numbers, rows, columns);
    }

    /** Rows of numbers in 0..1 that sum to 1, as targets of all losses. */
    private BufferPair shares(int rows, int columns) {
        Philox random = new Philox(9, Purpose.SAMPLING);
        double[] numbers = new double[rows * columns];
        for (int r = 0; r < rows; r++) {
            numbers[r * columns + random.integer(0, columns - 1)] = 1;
        }
        return new BufferPair(numbers, rows, columns);
    }

    private BufferPair weights(int rows) {
        double[] numbers = new double[rows];
        for (int r = 0; r < rows; r++) {
            numbers[r] = r % 3; // 0 among them
        }
        return new BufferPair(numbers, rows, 1);
    }
}
