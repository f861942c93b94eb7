package unroll.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Precision;
import unroll.engine.file.FileException;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.StandardRnn;

class WeightsFileTest {
    private static final Provenance PROVENANCE = new Provenance("test", 3, Map.of());

    @TempDir
    Path folder;

    private final DrawnNetwork drawn = DrawnNetwork.of(
            PortableModel.ofOneLayer(PortableCell.RNN, Activation.TANH), new DrawnNetwork.Shape(1, 1, 3, 5, 2), 8);

    private final Layout layout = rnn(Activation.TANH).model(3, 2).layout();

    private static StandardRnn rnn(Activation activation) {
        return new StandardRnn(5, activation);
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("weights.safetensors"), bytes);
    }

    private Path written(Map<String, Tensor> tensors) throws IOException {
        return written(Safetensors.encode(new Safetensors.Content(Map.of(), new TreeMap<>(tensors))));
    }

    private Export export(Activation activation) {
        return new Export(rnn(activation), drawn.parameters(), PROVENANCE);
    }

    private void same(double[] flat) {
        for (Layout.Slot slot : layout.slots()) {
            Tensor tensor = drawn.parameters().get(slot.name());
            assertThat(java.util.Arrays.copyOfRange(flat, slot.offset(), slot.offset() + slot.size()))
                    .as(slot.name())
                    .containsExactly(tensor == null ? new double[0] : tensor.numbers());
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void a_file_with_the_parameters_own_names_is_read_back_to_the_bit(Activation activation) throws IOException {
        Path file = written(export(activation).safetensors());
        same(WeightsFile.read(file, rnn(activation), layout).parameters());
        assertThat(Safetensors.read(file).metadata())
                .containsEntry("experiment", "test")
                .containsEntry("update", "3")
                .containsEntry("format", "unroll-parameters-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "RELU"})
    void a_file_with_the_names_of_pytorch_is_read_back_to_the_bit(Activation activation) throws IOException {
        Path file = written(export(activation).pyTorch());
        same(WeightsFile.read(file, rnn(activation), layout).parameters());
        assertThat(Safetensors.read(file).metadata())
                .containsEntry("format", "pt")
                .containsEntry("experiment", "test");
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"LOGISTIC", "LINEAR", "STEP"})
    void hidden_units_that_pytorch_does_not_know_are_refused_both_ways(Activation activation) throws IOException {
        boolean step = activation == Activation.STEP;
        String sentence = "PyTorch's RNN has tanh or relu units, no " + PortableModel.name(activation)
                + " ones; use safetensors" + (step ? "" : " or onnx");
        assertThatThrownBy(() -> export(activation).pyTorch())
                .isInstanceOf(ExchangeException.class)
                .hasMessage(sentence);
        Path file = written(export(Activation.TANH).pyTorch());
        assertThatThrownBy(() -> WeightsFile.read(file, rnn(activation), layout))
                .isInstanceOf(ExchangeException.class)
                .hasMessage(sentence);
        if (step) {
            assertThatThrownBy(() -> export(activation).onnx(Loss.SQUARED))
                    .isInstanceOf(ExchangeException.class)
                    .hasMessage("ONNX has no step units; use safetensors");
        } else {
            assertThat(export(activation).onnx(Loss.SQUARED)).isNotEmpty();
        }
    }

    @Test
    void a_checkpoint_is_read_without_what_optimiser_and_objective_carry() throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>(drawn.parameters());
        tensors.put("optimiser.velocity", new Tensor(Precision.SINGLE, List.of(2), new double[] {1, 2}));
        tensors.put("objective.chain", new Tensor(Precision.SINGLE, List.of(1), new double[] {3}));
        same(WeightsFile.read(written(tensors), rnn(Activation.TANH), layout).parameters());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-W_hh    | W_hh is missing; choose the model that the file was saved from",
                "W_hv=3 5 | W_hv has the shape [3, 5], but the experiment needs [5, 3]; choose as many hidden units,"
                        + " and",
                "W_mm=5 5 | the experiment's network has no W_mm; choose the model that the file was saved from",
            })
    void a_file_of_another_network_is_refused_with_the_tensor_and_what_to_do(String change, String sentence)
            throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>(drawn.parameters());
        if (change.startsWith("-")) {
            tensors.remove(change.substring(1));
        } else {
            int rows = change.charAt(5) - '0';
            int columns = change.charAt(7) - '0';
            double[] numbers = new double[rows * columns];
            tensors.put(change.substring(0, 4), new Tensor(Precision.DOUBLE, List.of(rows, columns), numbers));
        }
        refused(written(tensors), sentence);
    }

    @Test
    void numbers_that_are_none_are_refused() throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>(drawn.parameters());
        tensors.put("b_h", new Tensor(Precision.SINGLE, List.of(5), new double[] {1, 2, Double.NaN, 4, 5}));
        refused(written(tensors), "b_h[2] is NaN; take weights that were saved before it diverged");
    }

    @Test
    void what_a_module_has_beside_the_network_is_told_in_a_sentence() throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>(
                Safetensors.read(written(export(Activation.TANH).pyTorch())).tensors());
        for (int i = 1; i < 9; i++) {
            tensors.put("norm." + i, new Tensor(Precision.SINGLE, List.of(1), new double[] {i}));
        }
        WeightsFile.LoadedWeights weights = WeightsFile.read(written(tensors), rnn(Activation.TANH), layout);
        same(weights.parameters());
        assertThat(weights.leftOut())
                .containsExactly("Of the weights the network did not need norm.1, norm.2, norm.3, norm.4, norm.5 and 3"
                        + " more.");
    }

    @Test
    void a_file_without_a_recurrent_layer_is_called_so() throws IOException {
        Map<String, Tensor> tensors = new TreeMap<>();
        String advice = "; save a module with torch.nn.RNN, LSTM, GRU or one of their cells, and torch.nn.Linear";
        refused(written(tensors), "it holds no recurrent layer, and nothing else" + advice);
        tensors.put("conv1.weight", new Tensor(Precision.SINGLE, List.of(1), new double[] {1}));
        tensors.put("fc.weight", new Tensor(Precision.SINGLE, List.of(1), new double[] {1}));
        refused(written(tensors), "it holds no recurrent layer, but conv1.weight, fc.weight" + advice);
    }

    @Test
    void a_file_that_is_not_there_and_one_of_another_kind_are_refused() throws IOException {
        refused(folder.resolve("none.safetensors"), "cannot be read: there is no such file");
        refused(
                written("PK\u0003\u0004 a pickle".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "it is truncated or no safetensors file; weights are read from safetensors files, as"
                        + " safetensors.torch.save_file writes them");
    }

    private void refused(Path file, String sentence) {
        assertThatThrownBy(() -> WeightsFile.read(file, rnn(Activation.TANH), layout))
                .isInstanceOf(FileException.class)
                .hasMessageStartingWith(file + ": " + sentence)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void the_version_that_files_tell_is_that_of_the_build() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Provenance.VERSION + "</version>");
    }
}
