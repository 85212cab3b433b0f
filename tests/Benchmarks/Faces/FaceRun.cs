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
        foreach (var face in faces) Say($"  photo {face.Photo + 1}: {face.Box.Width:0}×{face.Box.Height:0} at {face.Box.X:0},{face.Box.Y:0}, turn {face.Reading.Turn:0.00}, mouth {face.Reading.MouthOpening:0.00}");
        List<float> within = [], across = [];
        for (var i = 0; i < faces.Count; i++)
            for (var k = i + 1; k < faces.Count; k++)
            {
                var distance = faces[i].Reading.Descriptor!.DistanceTo(faces[k].Reading.Descriptor!);
                (faces[i].Photo == faces[k].Photo ? within : across).Add(distance);
                // Whether it is one person only somebody who looks at the photos can tell.
                if (distance <= matchAt) Say($"  taken for one person: {faces[i].Box.X:0},{faces[i].Box.Y:0} of photo {faces[i].Photo + 1} and {faces[k].Box.X:0},{faces[k].Box.Y:0} of photo {faces[k].Photo + 1}, {distance:0.000}");
            }

        Say($"{faces.Count} faces; {within.Count} pairs within one photo, different people: {within.Count(d => d <= matchAt)} at or under {matchAt:0.00}, the nearest at {within.DefaultIfEmpty().Min():0.000}");
        Say($"{across.Count} pairs across photos: {across.Count(d => d <= matchAt)} at or under {matchAt:0.00}");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
