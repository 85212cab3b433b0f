using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Finds a face, its points, and what it is compared by. May be used from several threads.</summary>
internal sealed class FaceNetworks : IDisposable
{
    // A face that fills the picture is found on a small one, a face far away on a large one: 416 alone missed two faces in five that were as
    // near as on a telephone held in the hand, the three together one in fifty (docs/decisions/0026-faces-one-to-one.md).
    private static readonly int[] Sides = [160, 256, 416];

    private const int PointsSide = 112;
    private const int ChipSide = 150;
    private const int MinFace = 48;
    private const float NearlyAsLarge = 0.5f;

    private readonly Network detector = new("tiny_face_detector.onnx", "6eb866e4bc08b1fb4758bf6069eb632198524222aa0de126c6c146c4894e6d4f");
    private readonly Network landmarks = new("face_landmarks68.onnx", "7bf115be7945c2eb5fee38b48fff8819b67789116ef6d65ec3f0cde47bdbfa88");
    private readonly Network recogniser = new("face_recognition.onnx", "bf6e7389373d0419dbf1bf7355b87a06bfdcd88efaee589cb9175beca621d55e");

    /// <summary>The one face of a picture.</summary>
    public FaceReading Read(Picture picture)
    {
        var faces = FaceGrid.BestOf(Sides.SelectMany(side => Find(picture, side))).OrderByDescending(f => f.Box.Area).ToList();
        if (faces.Count == 0) return FaceReading.Not(FaceFault.NoFace);
        if (faces.Count > 1 && faces[1].Box.Area > faces[0].Box.Area * NearlyAsLarge) return FaceReading.Not(FaceFault.SeveralFaces);
        return Math.Min(faces[0].Box.Width, faces[0].Box.Height) < MinFace ? FaceReading.Not(FaceFault.FaceTooSmall) : Describe(picture, faces[0].Box);
    }

    /// <summary>All faces, the surest first, in pixels of the picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="side">The side of the detector's input, a multiple of 32.</param>
    public IEnumerable<FaceBox> Find(Picture picture, int side)
    {
        // The whole picture, from the top left corner; the rest of the square is black.
        var pixel = Math.Max(picture.Width, picture.Height) / (float)side;
        var grid = RunOn(detector, picture, Placing.Scaled(default, pixel), picture.Bounds, side);
        return FaceGrid.Decode(grid, side / FaceGrid.CellSize)
            .Select(f => new FaceBox(new Box(f.Box.X * pixel, f.Box.Y * pixel, f.Box.Width * pixel, f.Box.Height * pixel).In(picture.Bounds), f.Score));
    }

    /// <summary>The points and the descriptor of a face that was found.</summary>
    public FaceReading Describe(Picture picture, Box box)
    {
        var points = PointsOf(picture, box);
        if (!points.IsPlausible) return FaceReading.Not(FaceFault.NoFace);
        var values = RunOn(recogniser, picture, points.ChipOf(ChipSide), picture.Bounds, ChipSide);
        var reading = new FaceReading(FaceFault.None, points.Turn, points.MouthOpening, new FaceDescriptor(values));
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(values.AsSpan()));
        return reading;
    }

    public void Dispose()
    {
        detector.Dispose();
        landmarks.Dispose();
        recogniser.Dispose();
    }

    private Landmarks PointsOf(Picture picture, Box box)
    {
        var side = Math.Max(box.Width, box.Height);
        var corner = box.Centre - new Point(side / 2, side / 2);
        var values = RunOn(landmarks, picture, Placing.Scaled(corner, side / PointsSide), box, PointsSide);
        var points = new Point[Landmarks.Count];
        for (var i = 0; i < points.Length; i++) points[i] = corner + (new Point(values[2 * i], values[(2 * i) + 1]) * side);
        return new(points);
    }

    private static float[] RunOn(Network network, Picture picture, Placing placing, Box part, int side)
    {
        var planes = new float[3 * side * side];
        picture.Take(placing, part, side, planes);
        var values = network.Run(planes, side);
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(planes.AsSpan()));
        return values;
    }
}
