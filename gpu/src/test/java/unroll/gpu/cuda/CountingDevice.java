package unroll.gpu.cuda;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import unroll.engine.backend.DeviceMemory;

/** A device that counts what it runs. */
record CountingDevice(KernelDevice device, Map<Kernel, Integer> launches) implements KernelDevice {
    CountingDevice(KernelDevice device) {
        this(device, new EnumMap<>(Kernel.class));
    }

    @Override
    public String description() {
        return device.description();
    }

    @Override
    public Memory allocate(long bytes) {
        return device.allocate(bytes);
    }

    @Override
    public void copyIn(ByteBuffer from, Location to) {
        device.copyIn(from, to);
    }

    @Override
    public void copyOut(Location from, ByteBuffer to) {
        device.copyOut(from, to);
    }

    @Override
    public void launch(Kernel kernel, int across, int down, int deep, Arguments arguments) {
        launches.merge(kernel, 1, Integer::sum);
        device.launch(kernel, across, down, deep, arguments);
    }

    @Override
    public int together() {
        return device.together();
    }

    @Override
    public long ownMemory() {
        return device.ownMemory();
    }

    @Override
    public void launchTogether(Kernel kernel, long bytes, Arguments arguments) {
        launches.merge(kernel, 1, Integer::sum);
        device.launchTogether(kernel, bytes, arguments);
    }

    @Override
    public DeviceMemory memory() {
        return device.memory();
    }
}
