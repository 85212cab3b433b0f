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
    public void A_face_is_known_again_when_the_photo_is_smaller_and_tilted()
    {
        using var networks = new FaceNetworks();
        foreach (var path in Photos())
        {
            PictureReader.Read(File.ReadAllBytes(path), MaxPixels, out var picture);
            var face = networks.Find(picture!, GroupSide).First();
            using var one = Cut(picture!, face.Box, 0, 400);
            using var other = Cut(picture!, face.Box, 8, 260);
            var (a, b) = (networks.Read(one), networks.Read(other));
            if (a.Fault != FaceFault.None || b.Fault != FaceFault.None) continue;
            Assert.True(a.Descriptor!.DistanceTo(b.Descriptor!) <= new ProofingOptions().MatchAt, Path.GetFileName(path));
        }
    }

    // The face with as much again around it, tilted and of another size.
    private static Picture Cut(Picture picture, Box box, float degrees, int side)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        var planes = new float[3 * side * side];
        picture.Take(Placing.Turned(new(cos, sin), box.Centre, new(side / 2f, side / 2f), 2 * Math.Max(box.Width, box.Height) / side), picture.Bounds, side, planes);
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
