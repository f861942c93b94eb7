package unroll.gpu.cuda;

import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.RowLoop;
import unroll.engine.backend.Shapes;
import unroll.engine.loss.Loss;
import unroll.engine.random.RowStreams;

/**
 * The engine's operations as kernels on a device: each is one launch, or two where parts are added up, and only numbers that
 * are returned to Java are waited for. Sums are cut in parts by their size alone, so that every card gives the same bits; but a loop that
 * fits into the blocks' own memory of one card and not of another is added up in another order there.
 */
public final class CudaBackend implements Backend {
    /** Sequences at once: enough to fill a large card, few enough that part of a large batch can be taken for a curvature. */
    private static final int SHARD = 1000;

    /** Blocks that keep the largest cards of today busy; a kernel over more numbers goes over them in turns. */
    private static final int BLOCKS = 2048;

    private final KernelDevice device;
    private final Precision precision;
    private final Products products;
    private final ThreadLocal<DeviceSession> sessions;

    CudaBackend(KernelDevice device, Precision precision, Products products) {
        this.device = device;
        this.precision = precision;
        this.products = products;
        sessions = ThreadLocal.withInitial(() -> new DeviceSession(device, precision));
    }

    @Override
    public String description() {
        String numbers = precision == Precision.DOUBLE ? "double" : products == Products.TF32 ? "float, TF32" : "float";
        return device.description() + " \u00b7 " + numbers;
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public int shard() {
        return SHARD;
    }

    @Override
    public Optional<DeviceMemory> memory() {
        return Optional.of(device.memory());
    }

    @Override
    public Buffer allocate(int rows, int columns) {
        return new DeviceCells(this, device.allocate(Math.max(1L, (long) rows * columns) * bytes()), 0, rows, columns);
    }

    @Override
    public void write(double[] from, int offset, Buffer x) {
        Shapes.array(from, offset, x);
        sessions.get().program().run();
        sessions.get().write(from, offset, cells(x), x.size());
    }

    @Override
    public void read(Buffer x, double[] to, int offset) {
        Shapes.array(to, offset, x);
        sessions.get().program().run();
        sessions.get().read(cells(x), to, offset, x.size());
    }

    @Override
    public void fill(double value, Buffer x) {
        each(Kernel.FILL, arguments().at(cells(x)).factor(value), x);
    }

    @Override
    public void copy(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        each(Kernel.COPY, arguments().at(cells(x)).at(cells(y)), alike(x, y));
    }

    @Override
    public void addScaled(double alpha, Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        each(Kernel.ADD_SCALED, arguments().at(cells(x)).at(cells(y)).factor(alpha), alike(x, y));
    }

    @Override
    public void scale(double alpha, Buffer x) {
        each(Kernel.SCALE, arguments().at(cells(x)).factor(alpha), x);
    }

    @Override
    public double dot(Buffer x, Buffer y) {
        Shapes.sameSize(x, y);
        if (x.size() == 0) {
            return 0;
        }
        DeviceSession session = sessions.get();
        Arguments arguments =
                session.arguments().at(cells(x)).at(cells(y)).at(session.sums()).number(x.size());
        int parts = Math.min(DeviceSession.PARTS, Math.ceilDiv(x.size(), Kernel.DOT.threads()));
        launch(Kernel.DOT, parts, 1, 1, arguments);
        return session.total(parts);
    }

    @Override
    public void product(Buffer a, boolean transposeA, Buffer b, boolean transposeB, double beta, Buffer c) {
        Shapes.product(a, transposeA, b, transposeB, c);
        if (c.size() == 0) {
            return;
        }
        int m = c.rows();
        int n = c.columns();
        int k = transposeA ? a.rows() : a.columns();
        DeviceSession session = sessions.get();
        if (!transposeA && !transposeB && session.program().takesProduct(m, n, k, cells(b))) {
            Arguments arguments =
                    session.arguments().at(cells(a)).at(cells(b)).at(cells(c)).factor(beta);
            session.program()
                    .add(Kernel.PRODUCT_NN.step(), arguments.number(m).number(n).number(k));
            return;
        }
        Tiling tiling = Tiling.of(precision, products, m, n, k, transposeA, transposeB);
        int parts = tiling.parts();
        KernelDevice.Location into = parts == 1 ? cells(c) : session.parts((long) parts * c.size());
        Arguments arguments = session.arguments()
                .at(cells(a))
                .at(cells(b))
                .at(into)
                .number(m)
                .number(n)
                .number(k)
                .number(tiling.share())
                .factor(parts == 1 ? beta : 0);
        launch(tiling.kernel(), tiling.across(), tiling.down(), parts, arguments);
        if (parts > 1) {
            each(Kernel.PRODUCT_SUM, session.arguments().at(into).at(cells(c)).factor(beta), c, parts, 0, 0);
        }
    }

    @Override
    public void transpose(Buffer x, Buffer y) {
        Shapes.transposed(x, y);
        each(Kernel.TRANSPOSE, arguments().at(cells(x)).at(cells(y)), y, x.rows(), x.columns(), 0);
    }

    @Override
    public void activate(Activation f, Buffer u, Buffer h) {
        Shapes.same(u, h);
        each(Kernel.ACTIVATE, arguments().at(cells(u)).at(cells(h)), h, Kernel.code(f), 0, 0);
    }

    @Override
    public void timesSlope(Activation f, Buffer h, Buffer x, double beta, Buffer out) {
        Shapes.same(h, x);
        Shapes.same(h, out);
        Arguments arguments =
                arguments().at(cells(h)).at(cells(x)).at(cells(out)).factor(beta);
        each(Kernel.TIMES_SLOPE, arguments, out, Kernel.code(f), 0, 0);
    }

    @Override
    public void times(double alpha, Buffer a, Buffer b, double beta, Buffer out) {
        Shapes.same(a, b);
        Shapes.same(a, out);
        Arguments arguments = arguments().at(cells(a)).at(cells(b)).at(cells(out));
        each(Kernel.TIMES, arguments.factor(alpha).factor(beta), out);
    }

    @Override
    public void overRoot(double alpha, Buffer x, Buffer s, double epsilon, double beta, Buffer out) {
        Shapes.same(x, s);
        Shapes.same(x, out);
        Arguments arguments = arguments().at(cells(x)).at(cells(s)).at(cells(out));
        each(Kernel.OVER_ROOT, arguments.factor(alpha).factor(beta).factor(epsilon), out);
    }

    /** Drawn by the processor: the numbers go there and come back. */
    @Override
    public void bernoulli(Buffer p, RowStreams streams, Buffer x) {
        drawn(
                p,
                x,
                streams,
                (chance, base, gap, i) ->
                        Double.isNaN(chance) ? Double.NaN : RowStreams.uniform(base, gap, i) < chance ? 1 : 0);
    }

    /** Drawn by the processor: the numbers go there and come back. */
    @Override
    public void gaussian(Buffer mean, RowStreams streams, Buffer x) {
        drawn(mean, x, streams, (centre, base, gap, i) -> centre + RowStreams.gaussian(base, gap, i));
    }

    private void drawn(Buffer of, Buffer x, RowStreams streams, Draw draw) {
        Shapes.same(of, x);
        double[] numbers = read(of);
        for (int i = 0; i < numbers.length; i++) {
            streams.row(i / x.columns());
            numbers[i] = draw.of(numbers[i], streams.base(), streams.gap(), i % x.columns());
        }
        write(numbers, 0, x);
    }

    /** A number that is drawn by another. */
    @FunctionalInterface
    private interface Draw {
        double of(double parameter, long base, long gap, int column);
    }

    @Override
    public void gather(Buffer codes, Buffer table, double beta, Buffer out) {
        Shapes.coded(codes, table, out);
        DeviceSession session = sessions.get();
        Arguments arguments = session.arguments()
                .at(cells(codes))
                .at(cells(table))
                .at(cells(out))
                .at(session.watch())
                .factor(beta);
        each(Kernel.GATHER, arguments, out, table.columns(), table.rows(), codes.rows());
        refuse(session, codes, table);
    }

    @Override
    public void scatter(Buffer codes, Buffer rows, Buffer table) {
        Shapes.coded(codes, table, rows);
        DeviceSession session = sessions.get();
        Arguments arguments = session.arguments()
                .at(cells(codes))
                .at(cells(rows))
                .at(cells(table))
                .at(session.watch());
        each(Kernel.SCATTER, arguments, table, table.columns(), table.rows(), codes.rows());
        refuse(session, codes, table);
    }

    /** Throws where a code was met that the table has no row for. */
    private void refuse(DeviceSession session, Buffer codes, Buffer table) {
        long first = session.watched();
        if (first >= 0) {
            double[] code = new double[1];
            read(codes.rows((int) first, 1), code, 0);
            Shapes.code(code[0], table);
        }
    }

    @Override
    public void outputs(Loss loss, Buffer o, Buffer p) {
        Shapes.same(o, p);
        rows(Kernel.OUTPUTS, arguments().at(cells(o)).at(cells(p)), loss, o);
    }

    @Override
    public double loss(Loss loss, Buffer o, Buffer y, Buffer weight, double scale, Buffer gradient) {
        Shapes.same(o, y);
        Shapes.same(o, gradient);
        Shapes.column(weight, o);
        if (o.rows() == 0) {
            return 0;
        }
        DeviceSession session = sessions.get();
        KernelDevice.Memory each = session.values(o.rows());
        Arguments arguments = session.arguments()
                .at(cells(o))
                .at(cells(y))
                .at(cells(weight))
                .at(cells(gradient))
                .at(each)
                .factor(scale);
        rows(Kernel.LOSS, arguments, loss, o);
        int parts = Math.min(DeviceSession.PARTS, Math.ceilDiv(o.rows(), Kernel.SUM.threads()));
        launch(
                Kernel.SUM,
                parts,
                1,
                1,
                session.arguments().at(each).at(session.sums()).number(o.rows()));
        return session.total(parts);
    }

    @Override
    public void lossCurvature(Loss loss, Buffer o, Buffer weight, Buffer ro, double scale, Buffer out) {
        Shapes.same(o, ro);
        Shapes.same(o, out);
        Shapes.column(weight, o);
        Arguments arguments =
                arguments().at(cells(o)).at(cells(weight)).at(cells(ro)).at(cells(out));
        rows(Kernel.LOSS_CURVATURE, arguments.factor(scale), loss, o);
    }

    private Arguments arguments() {
        return sessions.get().arguments();
    }

    private void launch(Kernel kernel, int across, int down, int deep, Arguments arguments) {
        sessions.get().program().run();
        device.launch(kernel, across, down, deep, arguments);
    }

    @Override
    public RowLoop loop(int rows) {
        return sessions.get().program().loop(rows);
    }

    private void each(Kernel kernel, Arguments arguments, Buffer written) {
        each(kernel, arguments, written, 0, 0, 0);
    }

    /** Runs a kernel for each number that it writes; their count is followed by three numbers that describe their arrangement. */
    private void each(Kernel kernel, Arguments arguments, Buffer written, long first, long second, long third) {
        if (written.size() > 0) {
            arguments.number(written.size()).number(first).number(second).number(third);
            LoopProgram program = sessions.get().program();
            if (kernel.step() != 0 && program.takes(written.rows())) {
                program.add(kernel.step(), arguments);
            } else {
                launch(kernel, Math.min(BLOCKS, Math.ceilDiv(written.size(), kernel.threads())), 1, 1, arguments);
            }
        }
    }

    /** Runs a kernel that has a block for each row. */
    private void rows(Kernel kernel, Arguments arguments, Loss loss, Buffer o) {
        if (o.rows() > 0) {
            arguments.number(o.rows()).number(o.columns()).number(Kernel.code(loss));
            launch(kernel, Math.min(BLOCKS, o.rows()), 1, 1, arguments);
        }
    }

    /** What is written, as a single row where the other operand has another number of rows: then rows do not correspond. */
    private static Buffer alike(Buffer x, Buffer written) {
        return x.rows() == written.rows() ? written : written.window(0, 1, written.size());
    }

    private int bytes() {
        return DeviceSession.bytes(precision);
    }

    private DeviceCells cells(Buffer buffer) {
        if (buffer instanceof DeviceCells cells && cells.owner == this) {
            return cells;
        }
        throw new IllegalArgumentException(
                "a buffer of another backend: " + buffer.getClass().getSimpleName());
    }

    /** @param first of its numbers, in numbers from the beginning of the memory */
    private record DeviceCells(CudaBackend owner, KernelDevice.Memory memory, long first, int rows, int columns)
            implements Buffer, KernelDevice.Location {
        @Override
        public Buffer window(int from, int windowRows, int windowColumns) {
            Shapes.window(this, from, windowRows, windowColumns);
            return new DeviceCells(owner, memory, first + from, windowRows, windowColumns);
        }

        @Override
        public long offset() {
            return first * owner.bytes();
        }
    }
}
