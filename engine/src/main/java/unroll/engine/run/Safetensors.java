package unroll.engine.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import unroll.engine.backend.Precision;

/**
 * Named tensors in a file that other tools read: the safetensors format (a length of 8 bytes, a JSON header, the numbers
 * little-endian), with a checksum of the numbers among its metadata.
 */
final class Safetensors {
    private static final String METADATA = "__metadata__";
    private static final String CHECKSUM = "crc32";

    /** The format's own limit of a header. */
    private static final long LONGEST_HEADER = 100_000_000;

    private Safetensors() {}

    /** A file's content: its metadata and its tensors by name. */
    record Content(Map<String, String> metadata, Map<String, Tensor> tensors) {}

    /** The bytes of a file. */
    static byte[] encode(Content content) {
        byte[] numbers = numbers(content.tensors());
        CRC32 checksum = new CRC32();
        checksum.update(numbers);
        JsonObject metadata = new JsonObject();
        content.metadata().forEach(metadata::addProperty);
        metadata.addProperty(CHECKSUM, Long.toHexString(checksum.getValue()));
        JsonObject header = new JsonObject();
        header.add(METADATA, metadata);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
            long end = offset
                    + (long) entry.getValue().numbers().length
                            * bytes(entry.getValue().precision());
            header.add(entry.getKey(), describe(entry.getValue(), offset, end));
            offset = end;
        }
        byte[] head = padded(header.toString().getBytes(StandardCharsets.UTF_8));
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
     * @throws RunException where it is truncated, damaged or no such file
     */
    static Content read(Path path) {
        byte[] file;
        try {
            file = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new RunException(path, "cannot be read: " + RunException.reason(e), e);
        }
        try {
            return decode(file);
        } catch (JsonParseException | IllegalStateException | ClassCastException | NumberFormatException e) {
            throw new RunException(path, "its header is damaged; use an earlier checkpoint", e);
        } catch (IllegalArgumentException e) {
            throw new RunException(path, e.getMessage() + "; use an earlier checkpoint", e);
        }
    }

    private static Content decode(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < 8 ? -1 : in.getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, file.length - 8)) {
            throw new IllegalArgumentException("it is truncated or no safetensors file");
        }
        String head = new String(file, 8, (int) length, StandardCharsets.UTF_8);
        JsonObject header = JsonParser.parseString(head).getAsJsonObject();
        int start = 8 + (int) length;
        Map<String, String> metadata = new TreeMap<>();
        Map<String, Tensor> tensors = new TreeMap<>();
        long end = 0;
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            if (entry.getKey().equals(METADATA)) {
                entry.getValue()
                        .getAsJsonObject()
                        .entrySet()
                        .forEach(pair ->
                                metadata.put(pair.getKey(), pair.getValue().getAsString()));
            } else {
                JsonObject description = entry.getValue().getAsJsonObject();
                JsonArray offsets = description.getAsJsonArray("data_offsets");
                end = Math.max(end, offsets.get(1).getAsLong());
                tensors.put(entry.getKey(), tensor(entry.getKey(), description, in, start));
            }
        }
        check(metadata, file, start, end);
        return new Content(metadata, tensors);
    }

    private static void check(Map<String, String> metadata, byte[] file, int start, long end) {
        if (start + end != file.length) {
            throw new IllegalArgumentException(
                    "it is truncated: " + (file.length - start) + " bytes of numbers where " + end + " belong");
        }
        CRC32 checksum = new CRC32();
        checksum.update(file, start, file.length - start);
        String expected = metadata.remove(CHECKSUM);
        if (expected != null && !expected.equals(Long.toHexString(checksum.getValue()))) {
            throw new IllegalArgumentException("its numbers are damaged (the checksum differs)");
        }
    }

    private static Tensor tensor(String name, JsonObject description, ByteBuffer in, int start) {
        Precision precision = switch (description.get("dtype").getAsString()) {
            case "F32" -> Precision.SINGLE;
            case "F64" -> Precision.DOUBLE;
            default ->
                throw new IllegalArgumentException(
                        name + " is of the type " + description.get("dtype") + ", but only F32 and F64 are known");
        };
        List<Integer> shape = new ArrayList<>();
        long size = 1;
        for (JsonElement element : description.getAsJsonArray("shape")) {
            shape.add(element.getAsInt());
            size *= element.getAsInt();
        }
        JsonArray offsets = description.getAsJsonArray("data_offsets");
        long from = start + offsets.get(0).getAsLong();
        long to = start + offsets.get(1).getAsLong();
        if (from < start || to - from != size * bytes(precision) || to > in.capacity()) {
            throw new IllegalArgumentException("it is truncated or damaged at " + name);
        }
        double[] numbers = new double[(int) size];
        for (int i = 0; i < numbers.length; i++) {
            int at = (int) from + i * bytes(precision);
            numbers[i] = precision == Precision.SINGLE ? in.getFloat(at) : in.getDouble(at);
        }
        return new Tensor(precision, shape, numbers);
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
        description.addProperty("dtype", tensor.precision() == Precision.SINGLE ? "F32" : "F64");
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
    private static byte[] padded(byte[] head) {
        byte[] padded = Arrays.copyOf(head, Math.ceilDiv(head.length, 8) * 8);
        Arrays.fill(padded, head.length, padded.length, (byte) ' ');
        return padded;
    }

    private static int bytes(Precision precision) {
        return precision == Precision.SINGLE ? Float.BYTES : Double.BYTES;
    }
}
