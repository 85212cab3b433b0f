using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Identity;

/// <summary>Words for <see cref="DocumentFault"/>: the kind of document and the fault, never the number.</summary>
public static class DocumentFaults
{
    private static readonly Words[] Rows =
    [
        new("无误", "is sound"),
        new("号码为空", "number is empty"),
        new("号码位数不对", "number has the wrong length"),
        new("号码含有不允许的字符", "number has a character that is not allowed there"),
        new("号码中的出生日期不存在", "number has a birth date that does not exist"),
        new("号码校验位不对", "number has a wrong check digit; please compare it with the card"),
        new("号码开头不对", "number does not begin as this kind of document does"),
    ];

    /// <summary>A sentence such as “resident ID card: number has a wrong check digit”.</summary>
    public static Words Describe(DocumentType type, DocumentFault fault)
    {
        var (kind, what) = (type.Words(), Rows[(int)fault]);
        return new($"{kind.Zh}：{what.Zh}", $"{kind.En}: {what.En}");
    }
}
