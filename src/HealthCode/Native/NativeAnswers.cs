using System.Globalization;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Native;

/// <summary>健康宝's answers as they stand on the wire.</summary>
internal static class NativeAnswers
{
    public static object Refuse(NativeRefusal refusal) => new { errcode = refusal.Errcode, errmsg = refusal.Errmsg };

    /// <summary>An unknown person, a wrong name and an unknown code are told alike.</summary>
    public static object NothingHeld() => Sound(new { code = "-1" });

    /// <summary>What is said of a person. Where the day's data are late the answer is dated back to the day before: it was over before it came.</summary>
    public static object Tell(Determination.Determination said, MaskedIdentity identity, string subject)
    {
        var at = said.At.ToOffset(ShanghaiDay.Offset);
        var validOn = said.IsLate ? at.AddDays(-1) : at;
        return Sound(new
        {
            code = said.Native,
            name = identity.Name.ToString(),
            idCard = identity.DocumentNumber,
            idCardType = DocumentCodes.DigitOf(identity.DocumentType).ToString(),
            userUUID = subject,
            queryTime = at.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture),
            invalidTime = validOn.ToString("MM-dd", CultureInfo.InvariantCulture) + " 24:00",
            dataSource = said.Status switch { HealthStatus.HomeObservation => "COMMUNITY", HealthStatus.CentralObservation => "CDC", _ => "" },
        });
    }

    public static object Sound(object data) => new { errcode = "0", errmsg = "ok", data };
}
