package unroll.engine.exchange;

import java.util.Map;
import java.util.TreeMap;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.loss.Loss;
import unroll.engine.model.ModelSettings;

/**
 * A trained network as files of other programs.
 *
 * @param model its architecture
 * @param parameters by their names here
 * @param provenance where the numbers come from, written into the file
 */
public record Export(ModelSettings model, Map<String, Tensor> parameters, Provenance provenance) {
    /** A safetensors file with the parameters' own names and shapes; every architecture has one. */
    public byte[] safetensors() {
        return file("unroll-parameters-1", parameters);
    }

    /**
     * A safetensors file with the names, shapes and order of gates of PyTorch's modules.
     *
     * @throws ExchangeException where PyTorch has no such network
     */
    public byte[] pyTorch() {
        PortableModel portable = PortableModel.of(model);
        portable.checkPyTorch();
        PortableNetwork net = PortableNetwork.of(portable, parameters);
        net.checkPyTorch();
        return file("pt", PyTorch.tensors(net));
    }

    /**
     * An ONNX model, whose numbers are of 32 bits: runtimes have no others for recurrent cells.
     *
     * @param loss of the task, which decides what the output units make of their pre-activation
     * @throws ExchangeException where ONNX has no such network
     */
    public byte[] onnx(Loss loss) {
        PortableModel portable = PortableModel.of(model);
        return Onnx.model(PortableNetwork.of(portable, parameters), loss, provenance);
    }

    /**
     * Makes sure that PyTorch has modules for an architecture.
     *
     * @throws ExchangeException where it has none
     */
    public static void requirePyTorch(ModelSettings model) {
        PortableModel.of(model).checkPyTorch();
    }

    /**
     * Makes sure that ONNX has operators for an architecture.
     *
     * @throws ExchangeException where it has none
     */
    public static void requireOnnx(ModelSettings model) {
        PortableModel.of(model);
    }

    private byte[] file(String format, Map<String, Tensor> tensors) {
        Map<String, String> metadata = new TreeMap<>(provenance.words());
        metadata.put("format", format);
        return Safetensors.encode(new Safetensors.Content(metadata, new TreeMap<>(tensors)));
    }
}
