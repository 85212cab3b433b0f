using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Problems;

/// <content>The members that name a person. They are read in room that is wiped; what is handed out says what it keeps.</content>
public sealed partial class RequestBody
{
    private const int MaxNumber = 64;
    private const int MaxName = Identity.PersonName.MaxLength * 2;
    private static readonly string[] TypeCodes = [.. DocumentTypes.All.Select(t => t.Code())];

    /// <summary>The members <c>documentType</c> and <c>documentNumber</c>.</summary>
    public IdentityDocument? Document()
    {
        using var typed = new Wiped(stackalloc char[MaxNumber]);
        return ReadDocument(typed.Room, out var number) is { } type ? new(type, number.ToString()) : null;
    }

    /// <summary>The same members, of which only the mask is kept: the number itself never becomes a string.</summary>
    public MaskedDocument? MaskedDocument()
    {
        using var typed = new Wiped(stackalloc char[MaxNumber]);
        return ReadDocument(typed.Room, out var number) is { } type ? new(type, DocumentMask.Of(number)) : null;
    }

    /// <summary>The member <c>name</c>, a person's.</summary>
    public PersonName? PersonName()
    {
        using var typed = new Wiped(stackalloc char[MaxName]);
        return TryReadName(typed.Room, out var name) ? new(name.ToString()) : null;
    }

    /// <summary>The members <c>name</c>, <c>documentType</c> and <c>documentNumber</c>, none of which becomes a string. The caller disposes of the question.</summary>
    public PersonQuestion? PersonQuestion()
    {
        using var typedName = new Wiped(stackalloc char[MaxName]);
        using var typedNumber = new Wiped(stackalloc char[MaxNumber]);
        var isNamed = TryReadName(typedName.Room, out var name);
        return ReadDocument(typedNumber.Room, out var number) is { } type && isNamed ? new(name, type, number) : null;
    }

    private bool TryReadName(Span<char> room, out ReadOnlySpan<char> name)
    {
        if (!TryRead("name", room, required: true, out name)) return false;
        name = name.Trim();
        if (Identity.PersonName.IsSound(name)) return true;
        Fault("name", "characters", "It must be a person's name of 1 to 64 characters without control characters or *.");
        return false;
    }

    private DocumentType? ReadDocument(Span<char> room, out ReadOnlySpan<char> number)
    {
        var code = Code("documentType", TypeCodes);
        var isRead = TryRead("documentNumber", room, required: true, out number);
        if (!isRead || !DocumentTypes.TryParse(code, out var type)) return null;
        var fault = DocumentNumber.Read(type, room[..number.Length], out number);
        if (fault == DocumentFault.None) return type;
        var words = DocumentFaults.Describe(type, fault);
        Fault("documentNumber", Kebab(fault), words.En + "（" + words.Zh + "）");
        return null;
    }

    private static string Kebab(DocumentFault fault) => fault switch
    {
        DocumentFault.Missing => "empty",
        DocumentFault.Length => "length",
        DocumentFault.Characters => "characters",
        DocumentFault.BirthDate => "birth-date",
        DocumentFault.CheckDigit => "check-digit",
        _ => "prefix",
    };
}
