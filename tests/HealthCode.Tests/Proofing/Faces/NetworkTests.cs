using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.HealthCode.Tests.Proofing.Faces;

public sealed class NetworkTests
{
    [Fact]
    public void A_network_that_was_exchanged_is_not_loaded()
    {
        var fault = Assert.Throws<InvalidDataException>(() => new Network("tiny_face_detector.onnx", new string('0', 64)));
        Assert.Contains("tiny_face_detector.onnx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_three_networks_load_and_find_no_face_on_an_empty_wall()
    {
        using var networks = new FaceNetworks();
        using var wall = new Picture(Enumerable.Repeat((byte)180, 320 * 240 * 3).ToArray(), 320, 240);
        Assert.Equal(FaceFault.NoFace, networks.Read(wall).Fault);
    }

    [Fact]
    public void The_same_part_of_a_picture_gives_the_same_descriptor_on_many_threads_at_once()
    {
        using var networks = new FaceNetworks();
        using var picture = new Picture([.. Enumerable.Range(0, 320 * 240 * 3).Select(i => (byte)(i * 31 % 251))], 320, 240);
        var first = networks.Describe(picture, new(60, 40, 160, 160));
        Assert.Equal(FaceFault.None, first.Fault);
        Parallel.For(0, 8, _ => Assert.Equal(0, networks.Describe(picture, new(60, 40, 160, 160)).Descriptor!.DistanceTo(first.Descriptor!)));
    }
}
