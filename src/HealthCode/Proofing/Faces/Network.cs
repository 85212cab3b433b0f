using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>One of the three networks, on one thread of the caller's.</summary>
internal sealed class Network : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly string input;

    /// <summary>Loads a network that lies in this assembly.</summary>
    /// <exception cref="InvalidDataException">It is not the one that was examined.</exception>
    public Network(string name, string sha256)
    {
        using var stream = typeof(Network).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Verify(name, bytes, sha256);
        // Many pictures at once, each on its own core, are faster than one on all.
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL, EnableMemoryPattern = false };
        session = new(bytes, options);
        input = session.InputMetadata.Keys.Single();
    }

    /// <summary>Runs it on a square picture.</summary>
    public float[] Run(float[] planes, int side)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(planes, [1, 3, side, side]);
        using var outputs = session.Run(run, [input], [value], session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        session.Dispose();
        run.Dispose();
    }

    internal static void Verify(string name, ReadOnlySpan<byte> bytes, string sha256)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256) throw new InvalidDataException($"{name} is not the network that was examined.");
    }
}
