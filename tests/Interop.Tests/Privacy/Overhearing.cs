using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>
/// Listens inside a part's own process to every trace of every source and every measurement of every meter, with all their tags, and
/// writes them to the file that <see cref="FileVariable"/> names.
/// </summary>
internal static class Overhearing
{
    public const string FileVariable = "HEALTHBAO_OVERHEARD";

    private static readonly HashSet<string> Measured = [];
    private static readonly ActivityListener Traces = new()
    {
        ShouldListenTo = _ => true,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = Hear,
    };

    private static readonly MeterListener Metrics = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
    private static StreamWriter? file;

    public static void Begin()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { } path) return;
        file = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), new UTF8Encoding(false)) { AutoFlush = true };
        Hear<byte>();
        Hear<short>();
        Hear<int>();
        Hear<long>();
        Hear<float>();
        Hear<double>();
        Hear<decimal>();
        Metrics.Start();
        ActivitySource.AddActivityListener(Traces);
    }

    // What is measured only when somebody looks is looked at when the part's own metrics are: not by a clock, whose looks would meet a driver that is being set up.
    private static void Hear(Activity activity)
    {
        Write(Told(activity));
        if (activity.TagObjects.Any(t => t is { Key: "http.route", Value: "/metrics" })) Metrics.RecordObservableInstruments();
    }

    private static void Hear<T>() where T : struct => Metrics.SetMeasurementEventCallback<T>((instrument, _, tags, _) =>
    {
        var told = $"metric {instrument.Meter.Name} {instrument.Name}{Told(tags.ToArray())}";
        lock (Measured)
            if (!Measured.Add(told))
                return;

        Write(told);
    });

    private static string Told(Activity activity)
    {
        var told = new StringBuilder($"trace {activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.Status} {activity.StatusDescription} {activity.ParentId} {activity.TraceStateString}");
        told.Append(Told(activity.TagObjects)).Append(Told(activity.Baggage.Select(b => KeyValuePair.Create(b.Key, (object?)b.Value))));
        foreach (var happened in activity.Events) told.Append(" event ").Append(happened.Name).Append(Told(happened.Tags));
        foreach (var link in activity.Links) told.Append(" link ").Append(Told(link.Tags ?? []));
        return told.ToString();
    }

    private static string Told(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Concat(tags.Select(t => $" {t.Key}={(t.Value is Array values ? string.Join(',', values.Cast<object?>()) : t.Value)}"));

    private static void Write(string line)
    {
        lock (file!) file.WriteLine(line.ReplaceLineEndings(" "));
    }
}
