namespace HealthBao.Adapters.Files;

/// <summary>What is answered to the delivery of a nightly file. Holds no name and no number of anybody.</summary>
/// <param name="Accepted">Whether the file is in force now; if not, nothing was replaced.</param>
/// <param name="Rows">The rows read, sound or not, without the header.</param>
/// <param name="BadRowCount">How many of them are not sound.</param>
/// <param name="BadRows">The first <see cref="MaxBadRows"/> of these.</param>
/// <param name="Reason">Why the file was refused; null when it was accepted.</param>
public sealed record FileReceipt(bool Accepted, long Rows, long BadRowCount, IReadOnlyList<BadRow> BadRows, FileRefusal? Reason)
{
    public const int MaxBadRows = 100;

    public static FileReceipt Refused(FileRefusal reason) => new(false, 0, 0, [], reason);
}
