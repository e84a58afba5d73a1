# A boot sector that enters long mode and leaves QEMU by its debug port. Assembled by
#   as --64 long_mode.s -o long_mode.o && ld -Ttext 0 -e 0 --oformat binary long_mode.o -o long_mode.bin
.code16
.org 0
start:
    cli
    xorw %ax, %ax
    movw %ax, %ds
    movw %ax, %es
    movw %ax, %ss
    movw $0x7c00, %sp
    # page tables at 0x9000: one entry each, the first 2 MiB mapped to themselves
    movw $0x9000, %di
    xorl %eax, %eax
    movw $0x0c00, %cx
    cld
    rep stosl
    movl $0xa003, 0x9000
    movl $0xb003, 0xa000
    movl $0x0083, 0xb000
    lgdt gdtr + 0x7c00
    movl %cr4, %eax
    orl $0x20, %eax          # PAE
    movl %eax, %cr4
    movl $0x9000, %eax
    movl %eax, %cr3
    movl $0xc0000080, %ecx   # EFER.LME
    rdmsr
    orl $0x100, %eax
    wrmsr
    movl %cr0, %eax
    orl $0x80000001, %eax    # PG, PE
    movl %eax, %cr0
    ljmpl $0x08, $(long + 0x7c00)
.code64
long:
    # 64-bit arithmetic whose upper half 32-bit code would lose
    movabsq $0x1122334400000029, %rax
    shrq $32, %rax
    cmpq $0x11223344, %rax
    jne 1f
    movw $0xf4, %dx
    movb $0x29, %al
    outb %al, %dx
1:  hlt
    jmp 1b
.align 8
gdt:
    .quad 0
    .quad 0x00209a0000000000
gdtr:
    .word 15
    .long gdt + 0x7c00
.org 510
.byte 0x55, 0xaa
