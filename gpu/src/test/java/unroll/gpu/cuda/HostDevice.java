package unroll.gpu.cuda;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import unroll.engine.backend.DeviceMemory;
import unroll.engine.backend.Precision;

/** The processor as a card: runs the kernels' own sources, compiled by its C++ compiler, on memory of its own. */
final class HostDevice implements KernelDevice {
    static final Path SOURCES = Path.of("src/main/cuda");

    private static final long ALIGNMENT = 16;

    /** Blocks at the same time: few, but groups of columns do not come out even. */
    private static final int BLOCKS = 5;

    private static final long OWN_MEMORY = 4 << 20;

    private static final Map<Precision, HostDevice> COMPILED = new EnumMap<>(Precision.class);

    private final AtomicLong allocations = new AtomicLong();
    private final Map<Kernel, MethodHandle> kernels = new EnumMap<>(Kernel.class);

    private HostDevice(Path library) {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        FunctionDescriptor grid = FunctionDescriptor.ofVoid(
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT);
        for (Kernel kernel : Kernel.values()) {
            kernels.put(kernel, Linker.nativeLinker().downcallHandle(symbols.findOrThrow(kernel.symbol()), grid));
        }
    }

    /** The kernels for numbers of a precision; gives the test up where there is no compiler. */
    static synchronized HostDevice of(Precision precision) {
        return COMPILED.computeIfAbsent(precision, one -> of(one, SOURCES));
    }

    /** The same from other sources. */
    static HostDevice of(Precision precision, Path sources) {
        Path compiler = compiler().orElseGet(() -> abort("there is no C++ compiler on the path"));
        try {
            return new HostDevice(compiled(compiler, precision, sources));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The first C++ compiler on the path. */
    static Optional<Path> compiler() {
        return Stream.of("c++", "g++", "clang++")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path compiled(Path compiler, Precision precision, Path sources)
            throws IOException, InterruptedException {
        Path library = Files.createTempFile("unroll-kernels", ".so");
        library.toFile().deleteOnExit();
        List<String> command =
                new ArrayList<>(List.of(compiler.toString(), "-std=c++17", "-O2", "-Wall", "-Wno-unused"));
        command.addAll(List.of("-U_FORTIFY_SOURCE", "-shared", "-fPIC")); // which takes leaving a stack for a fault
        command.add("-DREAL=" + (precision == Precision.SINGLE ? "float" : "double"));
        command.addAll(List.of("-I", "src/test/cuda", "-o", library.toString(), "-x", "c++", sources + "/unroll.cu"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the kernels do not compile for the processor:\n" + output);
        }
        return library;
    }

    @Override
    public String description() {
        return "Kernels on the processor";
    }

    @Override
    public Memory allocate(long bytes) {
        allocations.incrementAndGet();
        return new Native(Arena.ofAuto().allocate(bytes, ALIGNMENT));
    }

    /** How often memory was allocated. */
    long allocations() {
        return allocations.get();
    }

    @Override
    public void copyIn(ByteBuffer from, Location to) {
        MemorySegment bytes = MemorySegment.ofBuffer(from);
        MemorySegment.copy(bytes, 0, segment(to), to.offset(), bytes.byteSize());
    }

    @Override
    public void copyOut(Location from, ByteBuffer to) {
        MemorySegment bytes = MemorySegment.ofBuffer(to);
        MemorySegment.copy(segment(from), from.offset(), bytes, 0, bytes.byteSize());
    }

    @Override
    public synchronized void launch(Kernel kernel, int across, int down, int deep, Arguments arguments) {
        try {
            Objects.requireNonNull(kernels.get(kernel))
                    .invokeExact(MemorySegment.ofBuffer(arguments.bytes()), across, down, deep, kernel.threads());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int together() {
        return BLOCKS;
    }

    @Override
    public long ownMemory() {
        return OWN_MEMORY;
    }

    @Override
    public void launchTogether(Kernel kernel, long bytes, Arguments arguments) {
        launch(kernel, BLOCKS, Math.toIntExact(bytes), 1, arguments);
    }

    @Override
    public DeviceMemory memory() {
        return new DeviceMemory(
                Runtime.getRuntime().freeMemory(), Runtime.getRuntime().maxMemory());
    }

    private static MemorySegment segment(Location place) {
        return ((Native) place.memory()).segment;
    }

    private record Native(MemorySegment segment) implements Memory {
        @Override
        public long address() {
            return segment.address();
        }

        @Override
        public void close() {
            // when it is no longer reachable
        }
    }
}
