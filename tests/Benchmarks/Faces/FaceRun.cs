using System.Diagnostics;
using System.Globalization;
using HealthBao.HealthCode.Proofing.Faces;

namespace HealthBao.Benchmarks.Faces;

/// <summary>
/// Measures the face of a folder of photos: how long the networks load, milliseconds a photo on one core, checks a second and core, and how
/// near faces come that stand in one photo and therefore are different people's.
/// </summary>
internal static class FaceRun
{
    private const long MaxPixels = 50_000_000;
    private const int GroupSide = 608;
    private const int Repeats = 5;
    private static readonly string[] Kinds = [".jpg", ".jpeg", ".png"];

    public static int Run(string folder, float matchAt)
    {
        var photos = Directory.EnumerateFiles(folder).Where(f => Kinds.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal).ToList();
        var start = Stopwatch.GetTimestamp();
        using var networks = new FaceNetworks();
        Say($"networks loaded in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
        var faces = new List<SeenFace>();
        for (var i = 0; i < photos.Count; i++) faces.AddRange(Photo(networks, photos[i], i));
        Pairs(faces, matchAt);
        return 0;
    }

    private static IEnumerable<SeenFace> Photo(FaceNetworks networks, string path, int number)
    {
        var file = File.ReadAllBytes(path);
        if (PictureReader.Read(file, MaxPixels, out var picture) is not PictureFault.None and var fault)
        {
            Say($"{Path.GetFileName(path)}: {fault}");
            return [];
        }

        using (picture)
        {
            Time(networks, file, Path.GetFileName(path), picture!);
            return [.. networks.Find(picture!, GroupSide).Select(f => new SeenFace(number, f.Box, networks.Describe(picture!, f.Box))).Where(f => f.Reading.Fault == FaceFault.None)];
        }
    }

    // From the file as it comes to the descriptor, as a check does.
    private static void Time(FaceNetworks networks, byte[] file, string name, Picture picture)
    {
        var times = new List<double>();
        var reading = FaceFault.None;
        for (var i = 0; i <= Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            PictureReader.Read(file, MaxPixels, out var again);
            using (again)
            using (var read = networks.Read(again!))
                reading = read.Fault;
            if (i > 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Say($"{name} {picture.Width}×{picture.Height}: {times[times.Count / 2]:0.0} ms from file to descriptor ({reading}), {1000 / times[times.Count / 2]:0.0} a second and core");
    }

    private static void Pairs(List<SeenFace> faces, float matchAt)
    {
        var (pairs, matches, nearest) = (0, 0, float.MaxValue);
        foreach (var face in faces) Say($"  photo {face.Photo + 1}: {face.Box.Width:0}×{face.Box.Height:0} at {face.Box.X:0},{face.Box.Y:0}, turn {face.Reading.Turn:0.00}, mouth {face.Reading.MouthOpening:0.00}");
        for (var i = 0; i < faces.Count; i++)
            for (var k = i + 1; k < faces.Count; k++)
            {
                var distance = faces[i].Reading.Descriptor!.DistanceTo(faces[k].Reading.Descriptor!);
                if (faces[i].Photo != faces[k].Photo) continue;
                pairs++;
                nearest = Math.Min(nearest, distance);
                if (distance <= matchAt) matches++;
            }

        Say($"{faces.Count} faces; {pairs} pairs within one photo: {matches} at or under {matchAt:0.00}, the nearest at {nearest:0.000}");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
