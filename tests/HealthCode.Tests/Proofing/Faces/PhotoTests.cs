using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Tests.Proofing.Faces;

/// <summary>On photos of people, which are not ours to keep: the demo photos of an npm package, as docs/decisions/0026 says, in the folder HEALTHBAO_FACES.</summary>
public sealed class PhotoTests
{
    private const long MaxPixels = 50_000_000;
    private const int GroupSide = 608;

    [SkippableFact]
    public void Nobody_in_a_photo_is_taken_for_another_one_in_it()
    {
        var (networks, faces) = (new FaceNetworks(), 0);
        using (networks)
            foreach (var path in Photos())
            {
                Assert.Equal(PictureFault.None, PictureReader.Read(File.ReadAllBytes(path), MaxPixels, out var picture));
                var found = networks.Find(picture!, GroupSide).Select(f => networks.Describe(picture!, f.Box)).Where(r => r.Fault == FaceFault.None).ToList();
                faces += found.Count;
                for (var i = 0; i < found.Count; i++)
                    for (var k = i + 1; k < found.Count; k++)
                        Assert.True(found[i].Descriptor!.DistanceTo(found[k].Descriptor!) > new ProofingOptions().MatchAt, Path.GetFileName(path));
            }

        Assert.True(faces >= 15, $"{faces} faces");
    }

    [SkippableFact]
    public void A_face_is_found_and_known_again_from_near_and_far_and_when_it_is_tilted()
    {
        using var networks = new FaceNetworks();
        var (shown, found) = (0, 0);
        foreach (var path in Photos())
        {
            PictureReader.Read(File.ReadAllBytes(path), MaxPixels, out var picture);
            foreach (var face in networks.Find(picture!, GroupSide).ToList())
            {
                using var straight = networks.Describe(picture!, face.Box);
                foreach (var (degrees, room) in ((float, float)[])[(0, 1.4f), (8, 1.4f), (0, 1.7f), (-12, 1.7f)])
                {
                    using var near = Cut(picture!, face.Box, degrees, 480, room);
                    using var reading = networks.Read(near);
                    shown++;
                    if (reading.Fault == FaceFault.None && reading.Descriptor!.DistanceTo(straight.Descriptor!) <= new ProofingOptions().MatchAt) found++;
                }
            }
        }

        Assert.True(found >= shown * 0.9, $"{found} of {shown}");
    }

    // The face with some room around it, tilted.
    private static Picture Cut(Picture picture, Box box, float degrees, int side, float room)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        var planes = new float[3 * side * side];
        picture.Take(Placing.Turned(new(cos, sin), box.Centre, new(side / 2f, side / 2f), room * Math.Max(box.Width, box.Height) / side), picture.Bounds, side, planes);
        var rgb = new byte[planes.Length];
        for (var i = 0; i < side * side; i++)
            for (var colour = 0; colour < 3; colour++)
                rgb[(3 * i) + colour] = (byte)planes[(colour * side * side) + i];
        return new(rgb, side, side);
    }

    private static List<string> Photos()
    {
        var folder = Environment.GetEnvironmentVariable("HEALTHBAO_FACES");
        Skip.If(folder is null, "HEALTHBAO_FACES names no folder of photos (docs/decisions/0026-faces-one-to-one.md says which).");
        return [.. Directory.EnumerateFiles(folder!, "sample*.jpg").Order(StringComparer.Ordinal)];
    }
}
