package unroll.engine.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import unroll.engine.backend.Precision;

/**
 * Named tensors in a file that other tools read: the safetensors format (a length of 8 bytes, a JSON header, the numbers
 * little-endian), with a checksum of header and numbers among its metadata.
 */
public final class Safetensors {
    /** The complaint about a file of another kind, or one that ends within its header. */
    public static final String NO_SAFETENSORS = "it is truncated or no safetensors file";

    private static final String CHECKSUM = "crc32";

    /** The format of a file that this program wrote begins with it. */
    private static final String OURS = "unroll";

    /** Stands in the header in place of the checksum while that is computed. */
    private static final String UNKNOWN = "00000000";

    /** The format's own limit of a header. */
    private static final long LONGEST_HEADER = 100_000_000;

    /** Each byte of a file is held once as it is and, of numbers in single precision, twice as part of a number in double. */
    private static final int BYTES_IN_MEMORY = 3;

    private Safetensors() {}

    /**
     * A file's content.
     *
     * @param tensors by name
     * @param others the types, by name, of tensors whose numbers are not read: whole numbers, for example
     */
    public record Content(Map<String, String> metadata, Map<String, Tensor> tensors, Map<String, String> others) {
        /** A content all of which is read. */
        public Content(Map<String, String> metadata, Map<String, Tensor> tensors) {
            this(metadata, tensors, Map.of());
        }
    }

    /** The bytes of a file. */
    public static byte[] encode(Content content) {
        byte[] numbers = numbers(content.tensors());
        JsonObject metadata = new JsonObject();
        content.metadata().forEach(metadata::addProperty);
        metadata.addProperty(CHECKSUM, UNKNOWN);
        JsonObject header = new JsonObject();
        header.add(SafetensorsHeader.METADATA, metadata);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
            long end = offset
                    + (long) entry.getValue().numbers().length
                            * bytes(entry.getValue().precision());
            header.add(entry.getKey(), describe(entry.getValue(), offset, end));
            offset = end;
        }
        String checksum = checksum(padded(header), numbers, 0);
        metadata.addProperty(CHECKSUM, checksum); // of the same length as what stood for it
        byte[] head = padded(header);
        byte[] file = new byte[8 + head.length + numbers.length];
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(head.length)
                .put(head)
                .put(numbers);
        return file;
    }

    /**
     * Reads a file.
     *
     * @throws FileException where it is truncated, damaged or no such file
     */
    public static Content read(Path path) {
        byte[] file;
        try {
            check(path, Files.size(path));
            file = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new FileException(path, "cannot be read: " + FileException.reason(e), e);
        }
        try {
            return decode(file);
        } catch (IllegalArgumentException e) {
            throw new FileException(path, String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses what would not fit into memory as bytes and as numbers beside them. */
    private static void check(Path path, long size) {
        long room = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / BYTES_IN_MEMORY);
        if (size > room) {
            throw new FileException(
                    path,
                    "has " + (size >> 20) + " MB; the most that the memory that the program may use has room for is "
                            + (room >> 20),
                    null);
        }
    }

    private static Content decode(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < 8 ? -1 : in.getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, file.length - 8)) {
            throw new IllegalArgumentException(NO_SAFETENSORS);
        }
        int start = 8 + (int) length;
        SafetensorsHeader header = SafetensorsHeader.of(Arrays.copyOfRange(file, 8, start), file.length - start);
        check(header.metadata(), header.text(), file, start);
        Map<String, Tensor> tensors = new TreeMap<>();
        Map<String, String> others = new TreeMap<>();
        header.entries()
                .forEach((name, entry) -> NumberType.named(entry.type())
                        .ifPresentOrElse(
                                type -> tensors.put(name, tensor(type, entry, in, start)),
                                () -> others.put(name, entry.type())));
        return new Content(header.metadata(), tensors, others);
    }

    private static Tensor tensor(NumberType type, SafetensorsHeader.TensorPlace entry, ByteBuffer in, int start) {
        double[] numbers = new double[(entry.to() - entry.from()) / type.bytes()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type.number(in, start + entry.from() + i * type.bytes());
        }
        return new Tensor(type.precision(), entry.shape(), numbers);
    }

    /** Files of other programs carry no checksum and are believed; our own must have one. */
    private static void check(Map<String, String> metadata, String head, byte[] file, int start) {
        String expected = metadata.remove(CHECKSUM);
        if (expected == null) {
            if (metadata.getOrDefault("format", "").startsWith(OURS)) {
                throw new IllegalArgumentException("its checksum is missing");
            }
            return;
        }
        String blank = head.replace("\"" + expected + "\"", "\"" + UNKNOWN + "\"");
        if (!checksum(blank.getBytes(StandardCharsets.UTF_8), file, start).equals(expected)) {
            throw new IllegalArgumentException("it is truncated or damaged (the checksum differs)");
        }
    }

    private static String checksum(byte[] head, byte[] numbers, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(head);
        checksum.update(numbers, from, numbers.length - from);
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    private static byte[] numbers(Map<String, Tensor> tensors) {
        int size = 0;
        for (Tensor tensor : tensors.values()) {
            size += tensor.numbers().length * bytes(tensor.precision());
        }
        byte[] bytes = new byte[size];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            for (double number : tensor.numbers()) {
                if (tensor.precision() == Precision.SINGLE) {
                    out.putFloat((float) number);
                } else {
                    out.putDouble(number);
                }
            }
        }
        return bytes;
    }

    private static JsonObject describe(Tensor tensor, long from, long to) {
        JsonObject description = new JsonObject();
        description.addProperty("dtype", NumberType.of(tensor.precision()).name());
        JsonArray shape = new JsonArray();
        tensor.shape().forEach(shape::add);
        description.add("shape", shape);
        JsonArray offsets = new JsonArray();
        offsets.add(from);
        offsets.add(to);
        description.add("data_offsets", offsets);
        return description;
    }

    /** With spaces to a multiple of 8, so that the numbers are aligned. */
    private static byte[] padded(JsonObject header) {
        byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(head, Math.ceilDiv(head.length, 8) * 8);
        Arrays.fill(padded, head.length, padded.length, (byte) ' ');
        return padded;
    }

    private static int bytes(Precision precision) {
        return NumberType.of(precision).bytes();
    }
}
