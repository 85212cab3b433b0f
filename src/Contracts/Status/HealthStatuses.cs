using System.Text;

namespace HealthBao.Contracts.Status;

/// <summary>Codes and words of <see cref="HealthStatus"/> in the shared code system (<see cref="Fhir.FhirSystems.HealthStatus"/>).</summary>
public static class HealthStatuses
{
    private static readonly (HealthStatus Status, string Code, Words Words)[] Rows =
    [
        (HealthStatus.CannotConfirm, "cannot-confirm", new("无法确认", "Cannot be confirmed")),
        (HealthStatus.NotHeld, "not-held", new("尚未掌握", "Nothing held")),
        (HealthStatus.NoAbnormality, "no-abnormality", new("未见异常", "No abnormality seen")),
        (HealthStatus.HomeObservation, "home-observation", new("居家观察", "Home observation")),
        (HealthStatus.CentralObservation, "central-observation", new("集中观察", "Central observation")),
    ];

    private static readonly byte[][] Utf8Codes = [.. Rows.Select(r => Encoding.UTF8.GetBytes(r.Code))];

    /// <summary>All five, in the order of their numeric value.</summary>
    public static IReadOnlyList<HealthStatus> All { get; } = [.. Rows.Select(r => r.Status)];

    /// <summary>The code in the shared code system, for example <c>no-abnormality</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the five.</exception>
    public static string Code(this HealthStatus status) => Row(status).Code;

    /// <summary>What people read, in Chinese and English.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the five.</exception>
    public static Words Words(this HealthStatus status) => Row(status).Words;

    /// <summary>Reads a code of the shared code system; case matters.</summary>
    /// <returns><see langword="false"/> when the code is not one of the five.</returns>
    public static bool TryParse(string? code, out HealthStatus status)
    {
        foreach (var row in Rows)
            if (row.Code == code)
            {
                status = row.Status;
                return true;
            }

        status = HealthStatus.CannotConfirm;
        return false;
    }

    internal static bool TryParse(ReadOnlySpan<byte> utf8Code, out HealthStatus status)
    {
        for (var i = 0; i < Utf8Codes.Length; i++)
            if (utf8Code.SequenceEqual(Utf8Codes[i]))
            {
                status = Rows[i].Status;
                return true;
            }

        status = HealthStatus.CannotConfirm;
        return false;
    }

    private static (HealthStatus Status, string Code, Words Words) Row(HealthStatus status) =>
        (int)status >= 0 && (int)status < Rows.Length
            ? Rows[(int)status]
            : throw new ArgumentOutOfRangeException(nameof(status), status, "Not one of the five shared statuses.");
}
