package unroll.gpu.cuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;
import unroll.engine.backend.DeviceFailure;
import unroll.engine.backend.DeviceMemory;

/**
 * An NVIDIA card, reached through its driver alone. Everything goes through the card's default stream and so happens in
 * the order in which it was issued, by whichever threads; runs share the card's primary context.
 */
final class JCudaDevice implements KernelDevice {
    /** The oldest cards that the kernels are compiled for: Ampere. */
    private static final int OLDEST = 80;

    /** The driver must know the kernels' PTX 8.0: CUDA 12.0. */
    private static final int OLDEST_DRIVER = 12_000;

    /** Shared memory that a kernel takes without being given it, in bytes. */
    private static final long KERNELS_MEMORY = 1024;

    private static final int NAME = 256;

    /** How often a failed allocation is tried again, and the time between, in nanoseconds. */
    private static final int PATIENCE = 5;

    private static final long MOMENT = 20_000_000;

    private static final Cleaner CLEANER = Cleaner.create();

    private final String name;
    private final CUcontext context = new CUcontext();
    private final AtomicLong held = new AtomicLong();
    private final int together;
    private final long ownMemory;
    private final Map<Kernel, CUfunction> functions = new EnumMap<>(Kernel.class);

    private JCudaDevice(CUdevice device, String ptx) {
        name = name(device);
        together = attribute(device, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
        ownMemory = attribute(device, CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN) - KERNELS_MEMORY;
        check("open the card", JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        enter();
        CUmodule module = new CUmodule();
        CLEANER.register(this, new Leave(device, context, module));
        check("load the kernels", JCudaDriver.cuModuleLoadData(module, ptx));
        for (Kernel kernel : Kernel.values()) {
            CUfunction function = new CUfunction();
            check(
                    "find the kernel " + kernel.symbol(),
                    JCudaDriver.cuModuleGetFunction(function, module, kernel.symbol()));
            functions.put(kernel, function);
            if (kernel.together()) {
                check(
                        "give the kernel " + kernel.symbol() + " memory of its own",
                        JCudaDriver.cuFuncSetAttribute(
                                function, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, Math.toIntExact(ownMemory)));
            }
        }
    }

    /**
     * The card of that number with kernels in PTX.
     *
     * @throws DeviceFailure where {@link #obstacle} says why
     */
    static JCudaDevice open(int card, String ptx) {
        obstacle(card).ifPresent(why -> {
            throw new DeviceFailure(why);
        });
        return new JCudaDevice(device(card), ptx);
    }

    /** Why the card of that number cannot be used; empty if it can. */
    static Optional<String> obstacle(int card) {
        try {
            return missing(card);
        } catch (LinkageError e) {
            return Optional.of("NVIDIA's driver is not installed, or not for this platform");
        } catch (DeviceFailure e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Optional<String> missing(int card) {
        int[] number = new int[1];
        int found = JCudaDriver.cuInit(0);
        if (found == CUresult.CUDA_SUCCESS) {
            found = JCudaDriver.cuDeviceGetCount(number);
        }
        if (found == CUresult.CUDA_ERROR_NO_DEVICE || found == CUresult.CUDA_SUCCESS && number[0] == 0) {
            return Optional.of("NVIDIA's driver finds no card");
        }
        check("start the driver", found);
        if (card >= number[0]) {
            return Optional.of("there is no card " + card + "; the driver counts " + number[0] + ", from 0 on");
        }
        check("read its version", JCudaDriver.cuDriverGetVersion(number));
        if (number[0] < OLDEST_DRIVER) {
            return Optional.of("NVIDIA's driver is of CUDA " + version(number[0]) + "; 12.0 or newer is needed");
        }
        CUdevice device = device(card);
        int capability = 10 * attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)
                + attribute(device, CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        return capability >= OLDEST
                ? Optional.empty()
                : Optional.of(name(device) + " is of compute capability " + capability / 10 + "." + capability % 10
                        + "; 8.0 or newer is needed");
    }

    /** What the card of that number is called. */
    static String name(int card) {
        return name(device(card));
    }

    private static CUdevice device(int card) {
        CUdevice device = new CUdevice();
        check("find card " + card, JCudaDriver.cuDeviceGet(device, card));
        return device;
    }

    private static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        check("read what the card can do", JCudaDriver.cuDeviceGetAttribute(value, attribute, device));
        return value[0];
    }

    private static String name(CUdevice device) {
        byte[] name = new byte[NAME];
        check("read the card's name", JCudaDriver.cuDeviceGetName(name, NAME, device));
        return new String(name, StandardCharsets.UTF_8).replace("\0", "").trim();
    }

    private static String version(int number) {
        return number / 1000 + "." + number % 1000 / 10;
    }

    private static void check(String what, int result) {
        if (result != CUresult.CUDA_SUCCESS) {
            String[] words = new String[1];
            JCudaDriver.cuGetErrorString(result, words);
            throw new DeviceFailure("could not " + what + ": " + words[0] + " (" + CUresult.stringFor(result) + ")");
        }
    }

    @Override
    public String description() {
        return name;
    }

    @Override
    public Memory allocate(long bytes) {
        enter();
        Address address = new Address();
        int result = JCudaDriver.cuMemAlloc(address, bytes);
        for (int i = 0; i < PATIENCE && result == CUresult.CUDA_ERROR_OUT_OF_MEMORY; i++) {
            System.gc(); // buffers that are no longer reachable give their memory back, a moment later
            LockSupport.parkNanos(MOMENT);
            result = JCudaDriver.cuMemAlloc(address, bytes);
        }
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw outOfMemory(bytes);
        }
        check("take memory", result);
        check("clear memory", JCudaDriver.cuMemsetD8(address, (byte) 0, bytes));
        held.addAndGet(bytes);
        return new Taken(new Release(context, address, bytes, held));
    }

    private DeviceFailure outOfMemory(long bytes) {
        return DeviceFailure.outOfMemory(name, bytes, memory(), held.get());
    }

    @Override
    public void copyIn(ByteBuffer from, Location to) {
        enter();
        check("copy to the card", JCudaDriver.cuMemcpyHtoD(address(to), Pointer.toBuffer(from), from.remaining()));
    }

    @Override
    public void copyOut(Location from, ByteBuffer to) {
        enter();
        check("copy from the card", JCudaDriver.cuMemcpyDtoH(Pointer.toBuffer(to), address(from), to.remaining()));
    }

    @Override
    public void launch(Kernel kernel, int across, int down, int deep, Arguments arguments) {
        enter();
        check(
                "start the kernel " + kernel.symbol(),
                JCudaDriver.cuLaunchKernel(
                        functions.get(kernel),
                        across,
                        down,
                        deep,
                        kernel.threads(),
                        1,
                        1,
                        0,
                        null,
                        Pointer.to(Pointer.to(arguments.bytes())),
                        null));
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public long ownMemory() {
        return ownMemory;
    }

    @Override
    public void launchTogether(Kernel kernel, long bytes, Arguments arguments) {
        enter();
        check(
                "start the kernel " + kernel.symbol() + " in all blocks at once",
                JCudaDriver.cuLaunchCooperativeKernel(
                        functions.get(kernel),
                        together,
                        1,
                        1,
                        kernel.threads(),
                        1,
                        1,
                        Math.toIntExact(bytes),
                        null,
                        Pointer.to(Pointer.to(arguments.bytes()))));
    }

    @Override
    public DeviceMemory memory() {
        enter();
        long[] free = new long[1];
        long[] total = new long[1];
        check("read how full the card's memory is", JCudaDriver.cuMemGetInfo(free, total));
        return new DeviceMemory(free[0], total[0]);
    }

    /** Makes this the card that the thread uses. */
    private void enter() {
        check("select the card", JCudaDriver.cuCtxSetCurrent(context));
    }

    private static CUdeviceptr address(Location place) {
        return ((Taken) place.memory()).address.withByteOffset(place.offset());
    }

    /** A place in the card's memory, which shows its number. */
    private static final class Address extends CUdeviceptr {
        long number() {
            return getNativePointer() + getByteOffset();
        }
    }

    private static final class Taken implements Memory {
        private final Address address;
        private final Cleaner.Cleanable cleanable;

        Taken(Release release) {
            address = release.address;
            cleanable = CLEANER.register(this, release);
        }

        @Override
        public long address() {
            return address.number();
        }

        @Override
        public void close() {
            cleanable.clean();
        }
    }

    private record Release(CUcontext context, Address address, long bytes, AtomicLong held) implements Runnable {
        @Override
        public void run() {
            JCudaDriver.cuCtxSetCurrent(context);
            JCudaDriver.cuMemFree(address);
            held.addAndGet(-bytes);
        }
    }

    /** Gives the card back when the device is no longer reachable. */
    private record Leave(CUdevice device, CUcontext context, CUmodule module) implements Runnable {
        @Override
        public void run() {
            JCudaDriver.cuCtxSetCurrent(context);
            JCudaDriver.cuModuleUnload(module);
            JCudaDriver.cuDevicePrimaryCtxRelease(device);
        }
    }
}
