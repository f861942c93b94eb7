package unroll.engine.exchange;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A protobuf message in memory, to which fields are added one by one. */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Field {
        void write() throws IOException;
    }

    Message integer(int field, long value) {
        return add(() -> out.writeInt64(field, value));
    }

    Message number(int field, float value) {
        return add(() -> out.writeFloat(field, value));
    }

    Message text(int field, String value) {
        return add(() -> out.writeString(field, value));
    }

    Message bytes(int field, byte[] value) {
        return add(() -> out.writeByteArray(field, value));
    }

    Message message(int field, Message value) {
        return bytes(field, value.toBytes());
    }

    byte[] toBytes() {
        add(out::flush);
        return bytes.toByteArray();
    }

    private Message add(Field field) {
        try {
            field.write();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return this;
    }
}
