using System.Text;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Feeds;

/// <summary>A reason of the closed list that leads to a status. Where the status is yellow or red it must be a reason of health.</summary>
internal static class ReasonCell
{
    private const int MaxLength = 32;
    private static readonly byte[][] Codes = [.. ChangeReasons.Codes.Select(Encoding.ASCII.GetBytes)];

    public static ChangeReason At(byte index) => ChangeReasons.All[index];

    public static byte PlaceOf(string code) => (byte)Array.IndexOf([.. ChangeReasons.Codes], code);

    public static RowFaultKind? Read(ReadOnlySpan<byte> cell, HealthStatus status, out byte index)
    {
        index = 0;
        if (cell.IsEmpty) return RowFaultKind.ReasonMissing;
        for (var i = 0; i < Codes.Length && cell.Length <= MaxLength; i++)
        {
            if (!cell.SequenceEqual(Codes[i])) continue;
            index = (byte)i;
            var reason = ChangeReasons.All[i];
            return !reason.IsHealth ? RowFaultKind.NoHealthReason : reason.MayLeadTo(status) ? null : RowFaultKind.ReasonContradicts;
        }

        return RowFaultKind.ReasonUnknown;
    }
}
