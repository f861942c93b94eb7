package unroll.engine.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Records as JSON; what is one of several kinds of record has the simple name of its class. */
final class RecordJson {
    private static final String KIND = "kind";

    private static final Gson JSON = new GsonBuilder()
            .disableHtmlEscaping()
            .serializeNulls()
            .serializeSpecialFloatingPointValues()
            .registerTypeAdapterFactory(new Choices())
            .registerTypeAdapterFactory(new Optionals())
            .registerTypeAdapter(OptionalDouble.class, new OptionalNumber())
            .create();

    private RecordJson() {}

    /** The text of a record, in one line. */
    static String write(Record value) {
        return JSON.toJson(value);
    }

    /**
     * The record that a text is.
     *
     * @param file where it stands, for messages
     * @throws RunException where it is none
     */
    static <R extends Record> R read(Path file, String text, Class<R> type) {
        try {
            R value = JSON.fromJson(text, type);
            if (value == null) {
                throw new JsonParseException("nothing");
            }
            return value;
        } catch (RuntimeException e) { // of JSON, or of a record that refuses what it is to hold
            throw new RunException(
                    file, "is damaged; remove it, and what it says is read from the run's data again", e);
        }
    }

    /** Sealed interfaces. */
    private static final class Choices implements TypeAdapterFactory {
        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            return raw.isInterface() && raw.isSealed() ? new Choice<>(gson, raw) : null;
        }
    }

    private static final class Choice<T> extends TypeAdapter<T> {
        private final Gson gson;
        private final Class<? super T> type;

        Choice(Gson gson, Class<? super T> type) {
            this.gson = gson;
            this.type = type;
        }

        @Override
        public void write(JsonWriter out, T value) {
            JsonObject tree = new JsonObject();
            tree.addProperty(KIND, value.getClass().getSimpleName());
            gson.toJsonTree(value, value.getClass()).getAsJsonObject().asMap().forEach(tree::add);
            gson.toJson(tree, out);
        }

        @Override
        @SuppressWarnings("unchecked") // a permitted subclass is one
        public T read(JsonReader in) {
            JsonObject tree = gson.fromJson(in, JsonObject.class);
            String kind = tree.get(KIND).getAsString();
            Class<?> found = Arrays.stream(type.getPermittedSubclasses())
                    .filter(permitted -> permitted.getSimpleName().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new JsonParseException("no " + kind));
            return (T) gson.fromJson(tree, found);
        }
    }

    private static final class Optionals implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // T is an Optional
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            return type.getRawType() == Optional.class && type.getType() instanceof ParameterizedType given
                    ? (TypeAdapter<T>)
                            new OptionalValue<>(gson.getAdapter(TypeToken.get(given.getActualTypeArguments()[0])))
                    : null;
        }
    }

    private static final class OptionalValue<V> extends TypeAdapter<Optional<V>> {
        private final TypeAdapter<V> value;

        OptionalValue(TypeAdapter<V> value) {
            this.value = value;
        }

        @Override
        public void write(JsonWriter out, Optional<V> optional) throws IOException {
            if (optional.isPresent()) {
                value.write(out, optional.get());
            } else {
                out.nullValue();
            }
        }

        @Override
        public Optional<V> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(value.read(in));
        }
    }

    private static final class OptionalNumber extends TypeAdapter<OptionalDouble> {
        @Override
        public void write(JsonWriter out, OptionalDouble optional) throws IOException {
            if (optional.isPresent()) {
                out.value(optional.getAsDouble());
            } else {
                out.nullValue();
            }
        }

        @Override
        public OptionalDouble read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(in.nextDouble());
        }
    }
}
